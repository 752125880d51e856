package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.oneOf;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Mailboxes that are read, at a server that speaks IMAP. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ImapPollIT extends PostsBase {

    private static final String PASSWORD = "a password of tests";

    private static GreenMail server;

    private String source;
    private GreenMailUser user;

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

    /** Others count sources that are blind. */
    @AfterEach
    void forget() {
        for (String name : List.of("mail-" + id, "mail-" + id + "-inside")) {
            Http.as(Http.ADMIN).delete("/v1/sources/" + name);
        }
    }

    @BeforeEach
    void mailbox() {
        source = "mail-" + id;
        user = server.setUser(id + "@example.org", id + "@example.org", PASSWORD);
    }

    @Test
    void whatIsNewIsTakenOnceAndInOrderAndNothingIsTouched() throws Exception {
        // Given
        arrive("INBOX", message(1, "First."));
        arrive("INBOX", message(2, "Second."));

        // When
        put("INBOX").statusCode(201);
        List<String> first = posts(2);
        arrive("INBOX", message(3, "Third."));
        put("INBOX").statusCode(200);
        List<String> all = posts(3);
        put("INBOX").statusCode(200);
        awaitAsked("nothing");

        // Then
        assertThat(first.get(0)).contains("\"text\":\"First.\"").contains("private-consented");
        assertThat(first.get(1)).contains("\"text\":\"Second.\"");
        assertThat(all.get(2)).contains("\"text\":\"Third.\"").contains("\"handle\":\"Heath\"");
        assertThat(posts(3)).hasSize(3);
        assertThat(folder("INBOX").getMessages())
                .hasSize(3)
                .noneMatch(message -> message.isSet(Flags.Flag.SEEN))
                .noneMatch(message -> message.isSet(Flags.Flag.DELETED));
        await().untilAsserted(
                        () -> {
                            assertThat(shown().getString("health.state")).isEqualTo("sees");
                            assertThat(shown().getLong("health.items")).isEqualTo(3);
                        });
    }

    @Test
    void aLargeMailboxIsTakenInPartsAndABadMessageAlone() throws Exception {
        for (int at = 0; at < 130; at++) {
            arrive("INBOX", message(at, "Number " + at + "."));
        }
        arrive("INBOX", message(130, ("x".repeat(990) + "\r\n").repeat(10_700)));
        arrive("INBOX", "no header\r\n\r\nat all");
        arrive("INBOX", message(131, "The last."));
        put("INBOX").statusCode(201);
        List<String> all = posts(131);
        for (int at = 0; at < 130; at++) {
            assertThat(all.get(at)).contains("Number " + at + ".");
        }
        assertThat(all.get(130)).contains("The last.");
        await().untilAsserted(
                        () -> assertThat(shown().getLong("health.refusedItems")).isEqualTo(2));
    }

    @Test
    void whoIsForwardedIsTheAuthor() throws Exception {
        arrive(
                "INBOX",
                """
                From: Mila <mila@example.org>
                Message-ID: <f@example.org>
                Subject: Fwd: Round 2
                Content-Type: multipart/mixed; boundary=f

                --f
                Content-Type: text/plain


                --f
                Content-Type: message/rfc822
                Content-Disposition: attachment

                """
                                .replace("\n", "\r\n")
                        + message(1, "Well judged.")
                        + "\r\n--f--\r\n");
        put("INBOX").statusCode(201);
        assertThat(posts(1)).hasSize(1).allMatch(post -> post.contains("\"handle\":\"Heath\""));
    }

    @Test
    void aWrongPasswordIsRefusedUntilItIsRight() throws Exception {
        arrive("INBOX", message(1, "First."));
        put(url("imap", "INBOX"), "another password").statusCode(201);
        awaitBlind("refused");
        assertThat(shown().getLong("health.items")).isZero();
        put("INBOX").statusCode(200);
        assertThat(posts(1)).hasSize(1);
        await().untilAsserted(
                        () -> assertThat(shown().getString("health.state")).isEqualTo("sees"));
    }

    @Test
    void aFolderThatIsMadeAnewIsReadFromItsBeginning() throws Exception {
        ImapHostManager host = server.getManagers().getImapHostManager();
        host.createMailbox(user, "Reports");
        long validity = folder("Reports").getUidValidity();
        arrive("Reports", message(1, "First."));
        arrive("Reports", message(2, "Second."));
        put("Reports").statusCode(201);
        List<String> before = posts(2);
        await().until(
                        () -> {
                            host.deleteMailbox(user, "Reports");
                            host.createMailbox(user, "Reports");
                            return folder("Reports").getUidValidity() != validity;
                        });
        arrive("Reports", message(2, "Second."));
        put("Reports").statusCode(200);
        List<String> after = posts(3);
        assertThat(id(after.get(2))).isEqualTo(id(before.get(1)));
    }

    @Test
    void aServerThatDoesNotProveItsNameIsNotToldAPassword() throws Exception {
        arrive("INBOX", message(1, "First."));
        double before = polled("unreachable");
        put(url("imaps", "INBOX"), PASSWORD).statusCode(201);
        // The thread of the server that is hung up on ends with an exception.
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(polled("unreachable")).isGreaterThan(before));
        assertThat(shown().getLong("health.items")).isZero();
    }

    @Test
    void aFolderThatIsNotThereAndAnAddressInsideBringNothing() {
        double errors = polled("error");
        put("Nowhere").statusCode(201);
        await().untilAsserted(() -> assertThat(polled("error")).isGreaterThan(errors));
        double blocked = polled("blocked");
        source = source + "-inside";
        put("imap://169.254.169.254:143/INBOX", PASSWORD).statusCode(201);
        await().untilAsserted(() -> assertThat(polled("blocked")).isGreaterThan(blocked));
    }

    @Test
    void aMailboxHasAUserAPasswordAndTheConsentOfThoseWhoseMailItIs() {
        SourceCalls.put(
                        source,
                        """
                        {"type":"imap","displayName":"Mail","platform":"mail",
                         "url":"https://mail.example.org/INBOX"}""")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/url",
                                "/secrets",
                                "/settings/user",
                                "/settings/privateConsented"));
        SourceCalls.put(
                        source,
                        """
                        {"type":"feed","displayName":"Blog","platform":"blog",
                         "url":"imaps://mail.example.org/INBOX","settings":{"user":"mila"}}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/url", "/settings/user"));
    }

    private void arrive(String folder, String message) throws MessagingException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        folder(folder)
                .appendMessage(
                        new MimeMessage(null, new ByteArrayInputStream(bytes)),
                        new Flags(),
                        new Date());
    }

    private MailFolder folder(String name) {
        return server.getManagers().getImapHostManager().getFolder(user, name);
    }

    /** All of one thread, so that Kafka keeps their order. */
    private String message(int number, String body) {
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

    private static String url(String protocol, String folder) {
        int port =
                protocol.equals("imap") ? server.getImap().getPort() : server.getImaps().getPort();
        return "%s://127.0.0.1:%d/%s".formatted(protocol, port, folder);
    }

    /** What is put anew is due at once. */
    private ValidatableResponse put(String folder) {
        return folder.contains(":") ? put(folder, PASSWORD) : put(url("imap", folder), PASSWORD);
    }

    private ValidatableResponse put(String url, String password) {
        return SourceCalls.put(
                        source,
                        """
                        {"type":"imap","displayName":"Mail","platform":"mail","url":"%s","secrets":["%s"],
                         "pollSeconds":86400,"settings":{"user":"%s@example.org","privateConsented":true}}"""
                                .formatted(url, password, id))
                .then()
                .statusCode(oneOf(200, 201));
    }

    private JsonPath shown() {
        return Http.as(Http.ADMIN).get("/v1/sources/" + source).jsonPath();
    }

    private void awaitBlind(String cause) {
        await().untilAsserted(
                        () -> {
                            assertThat(shown().getString("health.state")).isEqualTo("blind");
                            assertThat(shown().getString("health.cause")).isEqualTo(cause);
                        });
    }

    private void awaitAsked(String outcome) {
        double before = polled(outcome);
        put("INBOX");
        await().untilAsserted(() -> assertThat(polled(outcome)).isGreaterThan(before));
    }

    /** Those of this test. */
    private List<String> posts(int count) {
        List<String> mine = new ArrayList<>();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            mine.clear();
                            topic.atLeast(0).stream()
                                    .map(TopicTail::value)
                                    .filter(value -> value.contains(id))
                                    .forEach(mine::add);
                            return mine.size() >= count;
                        });
        return mine;
    }

    private static String id(String post) {
        return JsonPath.from(post).getString("postId");
    }

    private static double polled(String outcome) {
        String line = "upstander_ingest_polls_total{outcome=\"" + outcome + "\",type=\"imap\"} ";
        return Http.as(Http.ADMIN)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(one -> one.startsWith(line))
                .mapToDouble(one -> Double.parseDouble(one.substring(line.length())))
                .sum();
    }
}
