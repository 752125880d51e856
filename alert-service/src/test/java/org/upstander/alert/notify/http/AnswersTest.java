package org.upstander.alert.notify.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.notify.Results;

class AnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Answers answers =
            new Answers(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({"200", "201", "202", "204", "299"})
    void taken(int status) {
        assertThat(answers.of(status, null)).isEqualTo(Results.delivered("HTTP " + status));
    }

    @ParameterizedTest
    @CsvSource({
        "301,CLIENT_ERROR", "302,CLIENT_ERROR", "307,CLIENT_ERROR", "400,CLIENT_ERROR",
        "401,AUTHENTICATION", "403,AUTHENTICATION", "404,CLIENT_ERROR", "410,GONE",
        "413,CLIENT_ERROR", "422,CLIENT_ERROR"
    })
    void isFinal(int status, FailureKind kind) {
        assertThat(answers.of(status, "7")).isEqualTo(Results.refused(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "408,TIMEOUT",
        "425,RATE_LIMITED",
        "429,RATE_LIMITED",
        "500,SERVER_ERROR",
        "502,SERVER_ERROR",
        "503,SERVER_ERROR",
        "504,SERVER_ERROR"
    })
    void mayWorkLater(int status, FailureKind kind) {
        assertThat(answers.of(status, null)).isEqualTo(Results.again(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "7,7",
        "0,0",
        "999999999,300",
        "' 7 ',7",
        "'Tue, 24 Nov 2026 12:01:00 GMT',60",
        "'Tue, 24 Nov 2026 11:00:00 GMT',0",
        "'Tue, 24 Nov 2099 12:00:00 GMT',300"
    })
    void aWaitIsHonouredWithinReason(String header, int seconds) {
        assertThat(answers.of(429, header))
                .isEqualTo(
                        Results.again(
                                FailureKind.RATE_LIMITED,
                                Optional.of(Duration.ofSeconds(seconds))));
    }

    @ParameterizedTest
    @CsvSource({"-1", "soon", "1e9", "99999999999999999999", "''"})
    void aWaitThatCannotBeReadIsNone(String header) {
        assertThat(answers.of(503, header)).isEqualTo(Results.again(FailureKind.SERVER_ERROR));
    }

    @Test
    void failuresHaveAKind() {
        assertThat(result(new ConnectException())).isEqualTo(again(FailureKind.UNREACHABLE));
        assertThat(result(new UnknownHostException())).isEqualTo(again(FailureKind.UNREACHABLE));
        assertThat(result(new TimeoutException())).isEqualTo(again(FailureKind.TIMEOUT));
        assertThat(result(new RuntimeException(new TimeoutException())))
                .isEqualTo(again(FailureKind.TIMEOUT));
        assertThat(result(new SSLHandshakeException("x")))
                .isEqualTo(Results.refused(FailureKind.AUTHENTICATION));
        assertThat(result(new IllegalStateException())).isEqualTo(again(FailureKind.OTHER));
    }

    private DeliveryResult result(Throwable failure) {
        return answers.of(failure);
    }

    private static DeliveryResult again(FailureKind kind) {
        return Results.again(kind);
    }
}
