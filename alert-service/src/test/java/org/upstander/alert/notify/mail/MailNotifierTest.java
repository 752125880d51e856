package org.upstander.alert.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Delivered;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.notify.Results;

/** What becomes of a mail: by the address, and by what the relay does. */
class MailNotifierTest extends MailTestBase {

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
                        notifier.send(Deliveries.of("d", 1, address, page("Dana")))
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
    void whoStoodStillWhileTheConnectionOpenedSendsNothing() throws Exception {
        // Given: the time is over before the relay says its first word, and no timer rings
        AtomicLong nanos = new AtomicLong();
        try (ScriptedRelay relay =
                new ScriptedRelay(
                        Map.of(), () -> nanos.addAndGet(Duration.ofMinutes(1).toNanos()))) {
            notifier = notifier(relay.port(), Map.of(), nanos::get);
            // When
            DeliveryResult result = send("dlv_1", page("Dana"));
            // Then
            assertThat(result).isEqualTo(Results.notSent());
            assertThat(relay.heard()).contains("EHLO").doesNotContain("MAIL", "RCPT", "DATA");
        }
    }

    @Test
    void whatSomebodyElseMayHaveSentIsNotSent() {
        // When
        DeliveryResult result =
                notifier.send(Deliveries.late(Deliveries.of("dlv_1", 1, LEAD, page("Dana"))))
                        .await()
                        .atMost(PATIENCE);
        // Then
        assertThat(result).isEqualTo(Results.notSent());
        assertThat(mailbox.getReceivedMessages()).isEmpty();
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
}
