package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A mailbox on a server of its own. */
abstract class MailboxBase extends AskedBase {

    static final String PASSWORD = "a password of tests";

    static GreenMail server;

    GreenMailUser user;

    @BeforeAll
    static void start() {
        server =
                new GreenMail(
                        new ServerSetup[] {
                            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
                            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
                        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Override
    String type() {
        return "imap";
    }

    @BeforeEach
    void mailbox() {
        user = server.setUser(id + "@example.org", id + "@example.org", PASSWORD);
    }

    void arrive(String folder, String message) throws MessagingException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        folder(folder)
                .appendMessage(
                        new MimeMessage(null, new ByteArrayInputStream(bytes)),
                        new Flags(),
                        new Date());
    }

    MailFolder folder(String name) {
        return server.getManagers().getImapHostManager().getFolder(user, name);
    }

    /** All of one thread, so that Kafka keeps their order. */
    String message(int number, String body) {
        return """
        From: Heath <heath@example.org>
        Message-ID: <%s-%d@example.org>
        References: <%s@example.org>
        Subject: Round 2
        Date: Tue, 3 Mar 2026 07:33:26 +0100

        %s
        """
                .formatted(id, number, id, body)
                .replace("\r\n", "\n")
                .replace("\n", "\r\n");
    }

    static String url(String protocol, String folder) {
        int port =
                protocol.equals("imap") ? server.getImap().getPort() : server.getImaps().getPort();
        return "%s://127.0.0.1:%d/%s".formatted(protocol, port, folder);
    }

    /** What is put anew is due at once. */
    ValidatableResponse put(String folder) {
        return open(url("imap", folder), PASSWORD);
    }

    ValidatableResponse open(String url, String password) {
        return put(
                source,
                """
                {"type":"imap","displayName":"Mail","platform":"mail","url":"%s","secrets":["%s"],
                 "pollSeconds":86400,"settings":{"user":"%s@example.org","privateConsented":true}}"""
                        .formatted(url, password, id));
    }

    void awaitAsked(String outcome) {
        double before = polled(outcome);
        put("INBOX");
        await().untilAsserted(() -> assertThat(polled(outcome)).isGreaterThan(before));
    }

    static String id(String post) {
        return JsonPath.from(post).getString("postId");
    }
}
