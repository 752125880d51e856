package org.upstander.alert.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.Reader;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Delivered;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Message.TargetNotice;
import org.upstander.alert.config.SmtpConfig;
import org.upstander.alert.notify.Results;

class MailNotifierTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LEAD = "lead@example.org";
    private static final String ACK = "https://alerts.example.org/a/t0ken?x=1&y=2";

    private static Vertx vertx;
    private static GreenMail mailbox;

    private MailNotifier notifier;

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

    @Test
    void aPageIsTextFirstThenHtml() throws Exception {
        // When
        DeliveryResult result = send("dlv_1", page("Dana Okafor"));
        // Then
        assertThat(result).isInstanceOf(Delivered.class);
        MimeMessage mail = onlyMail();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(text(mail))
                .startsWith("Dana Okafor is under attack")
                .contains("Severity    3 of 4")
                .contains("3 posts by 1 author\n")
                .contains("24 November 2026 12:00 UTC")
                .contains(ACK)
                .contains("https://alerts.example.org/incidents/inc-1");
    }

    @Test
    void theHeadersThreadByIncidentAndAskForNoAutomaticAnswer() throws Exception {
        // When
        send("dlv_1", page("Dana Okafor"));
        // Then
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("[Sev3] Dana Okafor incident inc-1");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("safe@example.org");
        assertThat(mail.getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly(LEAD);
        assertThat(mail.getHeader("Message-ID")).containsExactly("<dlv_1@example.org>");
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<inc-1.root@example.org>");
        assertThat(mail.getHeader("References")).containsExactly("<inc-1.root@example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("Precedence")).containsExactly("bulk");
        assertThat(mail.getHeader("List-Id")).containsExactly("Upstander <upstander.example.org>");
        assertThat(mail.getHeader("X-Priority")).containsExactly("1");
        assertThat(mail.getHeader("Date")).hasSize(1);
    }

    @Test
    void aRetryCarriesTheSameMessageId() throws Exception {
        // When
        notifier.send(new Delivery("dlv_1", 1, LEAD, page("Dana"))).await().atMost(PATIENCE);
        notifier.send(new Delivery("dlv_1", 2, LEAD, page("Dana"))).await().atMost(PATIENCE);
        // Then
        assertThat(mailbox.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<dlv_1@example.org>", "<dlv_1@example.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dana\r\nBcc: all@example.net",
                "Dana\nX-Evil: 1\n\n<script>alert(1)</script>",
                "<img src=https://evil.example/x.png>",
                "\"><a href=\"https://evil.example\">click</a>",
                "\u202Egnp.exe\u2066 \u200BDana",
                "=?utf-8?q?evil?=",
                "{page.acknowledgeUrl}{#each page}",
                "Zo\u00EB \u00D6zg\u00FCr \uD83D\uDE42",
                "D\u0000a\u001Bn\u0007a\u0085\u2028"
            })
    void aHostileNameChangesNothing(String name) throws Exception {
        // Given
        send("plain", page("Dana"));
        List<String> usual = headerNames(onlyMail());
        mailbox.purgeEmailFromAllMailboxes();
        // When
        send("dlv_1", page(name));
        // Then
        MimeMessage mail = onlyMail();
        assertThat(headerNames(mail)).isEqualTo(usual);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).doesNotContain("\n", "\r", "\u202E", "\u200B");
        assertThat(html(mail)).doesNotContain("<script", "<img", "\u202E", "\u0000");
        assertThat(html(mail)).doesNotContainPattern("<[^>]*\\bsrc=");
        assertThat(html(mail).split("<a ", -1)).hasSize(3);
        assertThat(html(mail).split("alerts.example.org/a/", -1)).hasSize(2);
        assertThat(text(mail)).doesNotContain("\u202E", "\u200B", "\u0000", "https://evil");
    }

    @Test
    void hostileListsAndReasonsAreOneHarmlessLine() throws Exception {
        // When
        send(
                "dlv_1",
                page(
                        "Dana",
                        List.of("insult", "https://evil.example\r\nx"),
                        "because\n\n--\nhttps://evil.example"));
        // Then
        assertThat(text(onlyMail()))
                .doesNotContain("https://evil")
                .contains("  Why you     because -- https[:]//evil.example");
        assertThat(html(onlyMail())).doesNotContain("https://evil");
    }

    @Test
    void theButtonKeepsItsLink() throws Exception {
        send("dlv_1", page("Dana"));
        assertThat(html(onlyMail())).contains("href=\"" + ACK.replace("&", "&amp;") + "\"");
    }

    @Test
    void theNoticeToTheTargetIsNeutral() throws Exception {
        // When
        send("dlv_9", new TargetNotice("inc-1", "Dana Okafor"));
        // Then
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Somebody is taking care");
        assertThat(mail.getHeader("In-Reply-To")).isNull();
        assertThat(text(mail)).startsWith("Hello Dana Okafor,").contains("inc-1");
        assertThat(text(mail) + html(mail))
                .doesNotContainIgnoringCase("attack")
                .doesNotContainIgnoringCase("insult")
                .doesNotContainIgnoringCase("severity")
                .doesNotContain("http", "href", "src=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lead",
                "lead@example.org\r\nBcc: x@example.net",
                "lead@example.org, x@example.net",
                "\"a b\"@example.org",
                "Lead <lead@example.org>",
                "lead@exa mple.org",
                "lead@example.org>",
                "lead@-example.org"
            })
    void onlyAPlainAddressIsWrittenTo(String address) {
        assertThat(
                        notifier.send(new Delivery("d", 1, address, page("Dana")))
                                .await()
                                .atMost(PATIENCE))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        assertThat(mailbox.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,450 4.7.1 greylisted,RATE_LIMITED",
        "RCPT,451 4.3.0 later,RATE_LIMITED",
        "RCPT,452 4.2.2 full,RATE_LIMITED",
        "CONNECT,421 busy,SERVER_ERROR",
        "MAIL,432 later,SERVER_ERROR",
        "END,451 4.3.0 later,RATE_LIMITED"
    })
    void whatIsTemporaryIsTriedAgain(String verb, String answer, FailureKind kind)
            throws Exception {
        assertThat(sendTo(Map.of(verb, answer))).isEqualTo(Results.again(kind, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 5.1.1 no such user,CLIENT_ERROR",
        "MAIL,553 5.1.7 not you,CLIENT_ERROR",
        "MAIL,530 5.7.0 log in,AUTHENTICATION",
        "END,554 5.7.1 spam,CLIENT_ERROR"
    })
    void whatIsPermanentIsFinal(String verb, String answer, FailureKind kind) throws Exception {
        assertThat(sendTo(Map.of(verb, answer))).isEqualTo(Results.refused(kind));
    }

    @Test
    void aRelayThatCannotEncryptIsNotUsed() throws Exception {
        // Given
        notifier =
                notifier(
                        mailbox.getSmtp().getPort(), Map.of("upstander.smtp.starttls", "REQUIRED"));
        // When
        DeliveryResult result = send("dlv_1", page("Dana"));
        // Then
        assertThat(result).isNotInstanceOf(Delivered.class);
        assertThat(mailbox.getReceivedMessages()).isEmpty();
    }

    @Test
    void nobodyListeningIsUnreachable() throws Exception {
        // Given
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        notifier = notifier(closed, Map.of());
        // When, Then
        assertThat(send("dlv_1", page("Dana"))).isEqualTo(Results.again(FailureKind.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "RCPT", "END"})
    void aSilentRelayTimesOutAgainAndAgainAndKeepsNoConnection(String verb) throws Exception {
        try (ScriptedRelay relay = new ScriptedRelay(Map.of(verb, ""))) {
            // Given
            notifier =
                    notifier(
                            relay.port(),
                            Map.of(
                                    "upstander.smtp.timeout", "300ms",
                                    "upstander.smtp.connections", "1"));
            for (int i = 0; i < 3; i++) {
                // When
                DeliveryResult result = send("dlv_" + i, page("Dana"));
                // Then
                assertThat(result)
                        .isIn(
                                Results.again(FailureKind.TIMEOUT),
                                Results.again(FailureKind.UNREACHABLE));
            }
        }
    }

    @Test
    void aWrongSenderIsNamedAtStart() {
        assertThatThrownBy(() -> notifier(1, Map.of("upstander.smtp.from", "A <a@example.org>")))
                .hasMessageContaining("UPSTANDER_SMTP_FROM");
    }

    private DeliveryResult sendTo(Map<String, String> script) throws Exception {
        try (ScriptedRelay relay = new ScriptedRelay(script)) {
            notifier = notifier(relay.port(), Map.of());
            return send("dlv_1", page("Dana"));
        }
    }

    private DeliveryResult send(String id, Message message) {
        return notifier.send(new Delivery(id, 1, LEAD, message)).await().atMost(PATIENCE);
    }

    private static MailNotifier notifier(int port, Map<String, String> values) {
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
        return new MailNotifier(config, vertx, templates());
    }

    /** As the application has it; {@code NotifyIT} proves that the application does escape. */
    private static Engine templates() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(MailNotifierTest::locate)
                .build();
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
        try (var in = MailNotifierTest.class.getResourceAsStream("/templates/" + id)) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Variant variant =
                    Variant.forContentType(
                            id.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN);
            return Optional.of(
                    new TemplateLocator.TemplateLocation() {
                        @Override
                        public Reader read() {
                            return new StringReader(source);
                        }

                        @Override
                        public Optional<Variant> getVariant() {
                            return Optional.of(variant);
                        }
                    });
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static MimeMessage onlyMail() {
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        return mailbox.getReceivedMessages()[0];
    }

    private static String text(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        return parts.getBodyPart(index).getContent().toString().replace("\r\n", "\n");
    }

    private static List<String> headerNames(MimeMessage mail) throws Exception {
        return java.util.Collections.list(mail.getAllHeaders()).stream()
                .map(jakarta.mail.Header::getName)
                .toList();
    }

    private static Message page(String name) {
        return page(name, List.of("insult"), "first step of the policy");
    }

    private static Message page(String name, List<String> items, String reason) {
        return new IncidentPage(
                "inc-1",
                "cm-07",
                name,
                3,
                items,
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
