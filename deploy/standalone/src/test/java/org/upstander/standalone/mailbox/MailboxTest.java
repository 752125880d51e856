package org.upstander.standalone.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.FreePorts;

class MailboxTest {

    private final int smtp = FreePorts.one();
    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = Mailbox.open(smtp, FreePorts.one());
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void takesMailForAnybodyAndShowsTheNewestFirst() throws Exception {
        send("ann@example.org", "First", "one");
        send("bob@example.net", "Second", "two");

        JsonNode messages = JsonMapper.builder().build().readTree(get("messages").body());
        assertThat(messages.findValuesAsText("subject")).containsExactly("Second", "First");
        assertThat(messages.findValuesAsText("to"))
                .containsExactly("bob@example.net", "ann@example.org");
        assertThat(messages.at("/0/text").asText()).startsWith("two");
        assertThat(mailbox.mails()).hasSize(2);
    }

    @Test
    void theTextPartIsShownOfAMailWithTwo() throws Exception {
        MimeMessage mail = mail("ann@example.org", "Both");
        MimeMultipart parts = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("plain words", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<b>bold words</b>", "text/html; charset=UTF-8");
        parts.addBodyPart(text);
        parts.addBodyPart(html);
        mail.setContent(parts);
        Transport.send(mail);

        assertThat(mailbox.mails()).singleElement().extracting(Mail::text).isEqualTo("plain words");
    }

    @Test
    void hostileWordsStayWords() throws Exception {
        send(
                "ann@example.org",
                "<script>alert(1)</script>",
                "\"><img src=x onerror='x'> \u202Egnp.exe http://evil.example.com/x");

        HttpResponse<String> page = get("");
        assertThat(page.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<img", "\u202E", "<a href=\"http://evil");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    }

    @Test
    void linksToThisMachineCanBeFollowed() throws Exception {
        send("ann@example.org", "Page", "Acknowledge: http://127.0.0.1:8083/a/tok-en_1.x, please");

        assertThat(get("").body()).contains("<a href=\"http://127.0.0.1:8083/a/tok-en_1.x\">");
    }

    @Test
    void aForeignNameIsTurnedAway() throws Exception {
        URI address = mailbox.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(
                    "GET /messages HTTP/1.1\r\nHost: evil.example.com\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void twoHundredAreKept() {
        Inbox inbox = new Inbox(Mailbox.KEPT);
        for (int i = 0; i < 201; i++) {
            inbox.add(new Mail(Instant.EPOCH, "to", "from", "no " + i, null, ""));
        }

        assertThat(inbox.newestFirst()).hasSize(200);
        assertThat(inbox.newestFirst().get(0).subject()).isEqualTo("no 200");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(mailbox.address().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void send(String to, String subject, String text) throws Exception {
        MimeMessage mail = mail(to, subject);
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }

    private MimeMessage mail(String to, String subject) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(smtp));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("upstander@example.org"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        return mail;
    }
}
