package org.upstander.ingest.poll.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/** A server is called by its address, and has to prove its name all the same. */
class NamedTlsTest {

    private static final char[] PASSWORD = "of tests".toCharArray();

    @TempDir static Path directory;

    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static SSLContext context;
    private static SSLServerSocket server;

    @BeforeAll
    static void start() throws Exception {
        context = context(certificate("mail.example.org"));
        server =
                (SSLServerSocket)
                        context.getServerSocketFactory().createServerSocket(0, 9, loopback());
        Thread thread = new Thread(NamedTlsTest::serve);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void whoProvesTheNameIsSpokenTo() {
        assertThatThrownBy(() -> talk("mail.example.org"))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(HEARD).anyMatch(line -> line.contains("LOGIN"));
    }

    @Test
    void whoHasACertificateOfAnotherNameIsToldNothing() {
        HEARD.clear();
        assertThatThrownBy(() -> talk("other.example.org"))
                .isInstanceOf(MessagingException.class)
                .isNotInstanceOf(AuthenticationFailedException.class)
                .satisfies(failure -> assertThat(Failures.why(failure)).hasToString("UNREACHABLE"));
        assertThat(HEARD).isEmpty();
    }

    private static void talk(String name) throws MessagingException, IOException {
        Mailbox mailbox = new Mailbox(name, server.getLocalPort(), true, "INBOX", "mila");
        Source source =
                new Source(
                        "mail",
                        "imap",
                        "Mail",
                        "mail",
                        "imaps://" + name + "/INBOX",
                        List.of("a password"),
                        null,
                        null,
                        new SourceSettings.Builder().privateConsented(true).user("mila").build(),
                        false);
        new ImapTalk(
                        mailbox,
                        loopback(),
                        new NamedTls(context.getSocketFactory(), name),
                        Clock.systemUTC())
                .news(source, MailboxCursor.read(""));
    }

    /** Knows as much IMAP as it takes to let nobody in. */
    private static void serve() {
        while (!server.isClosed()) {
            try (Socket line = server.accept()) {
                answer(line, "* OK ready\r\n");
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        line.getInputStream(), StandardCharsets.US_ASCII));
                for (String said = in.readLine(); said != null; said = in.readLine()) {
                    HEARD.add(said);
                    String tag = said.split(" ")[0];
                    answer(
                            line,
                            said.contains("CAPABILITY")
                                    ? "* CAPABILITY IMAP4rev1\r\n" + tag + " OK done\r\n"
                                    : said.contains("LOGOUT")
                                            ? tag + " OK bye\r\n"
                                            : tag + " NO not you\r\n");
                }
            } catch (IOException e) {
                // a handshake that was broken off; the next one
            }
        }
    }

    private static void answer(Socket line, String text) throws IOException {
        line.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static SSLContext context(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        TrustManagerFactory trusted =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("mail", store.getCertificate("mail"));
        trusted.init(certificates);
        SSLContext both = SSLContext.getInstance("TLS");
        both.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return both;
    }

    private static Path certificate(String name) throws Exception {
        Path store = directory.resolve("mail.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-alias",
                                "mail",
                                "-keyalg",
                                "RSA",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "SAN=dns:" + name)
                        .redirectErrorStream(true)
                        .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }
}
