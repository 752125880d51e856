package org.upstander.alert.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.config.SmtpConfig;

/** The real notifier, and a mailbox that it sends to. */
abstract class MailTestBase {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final String LEAD = "lead@example.org";
    static final String ACK = "https://alerts.example.org/a/t0ken?x=1&y=2";

    static Vertx vertx;
    static GreenMail mailbox;

    MailNotifier notifier;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
    }

    @AfterAll
    static void stop() {
        mailbox.stop();
        vertx.close();
    }

    @BeforeEach
    void prepare() throws Exception {
        mailbox.purgeEmailFromAllMailboxes();
        notifier = notifier(mailbox.getSmtp().getPort(), Map.of());
    }

    @AfterEach
    void close() {
        notifier.close();
    }

    DeliveryResult send(String id, Message message) {
        return notifier.send(Deliveries.of(id, 1, LEAD, message)).await().atMost(PATIENCE);
    }

    static MailNotifier notifier(int port, Map<String, String> values) {
        return notifier(port, values, System::nanoTime);
    }

    static MailNotifier notifier(int port, Map<String, String> values, LongSupplier nanoTime) {
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "upstander.smtp.host", "127.0.0.1",
                                "upstander.smtp.port", Integer.toString(port),
                                "upstander.smtp.from", "safe@example.org",
                                "upstander.smtp.starttls", "DISABLED"));
        all.putAll(values);
        SmtpConfig config =
                new SmallRyeConfigBuilder()
                        .withConverters(new Converter<?>[] {new DurationConverter()})
                        .withMapping(SmtpConfig.class)
                        .withDefaultValues(all)
                        .build()
                        .getConfigMapping(SmtpConfig.class);
        return new MailNotifier(config, vertx, MailTemplates.engine(), nanoTime);
    }

    static MimeMessage onlyMail() {
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        return mailbox.getReceivedMessages()[0];
    }

    static String text(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        return parts.getBodyPart(index).getContent().toString().replace("\r\n", "\n");
    }

    static Message page(String name) {
        return page(name, List.of("insult"), "first step of the policy");
    }

    static Message page(String name, List<String> items, String reason) {
        return new IncidentPage(
                "inc-1",
                "cm-07",
                name,
                3,
                items,
                List.of(),
                List.of("forum"),
                3,
                1,
                Instant.parse("2026-11-24T12:00:00Z"),
                1,
                reason,
                URI.create("https://alerts.example.org/incidents/inc-1"),
                URI.create(ACK),
                "en");
    }
}
