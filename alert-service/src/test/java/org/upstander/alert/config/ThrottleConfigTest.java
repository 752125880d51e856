package org.upstander.alert.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.domain.Throttle;

class ThrottleConfigTest {

    private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

    private static ThrottleConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ThrottleConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(ThrottleConfig.class);
    }

    /** What arrives within a time of somebody who always has one more to send. */
    @ParameterizedTest
    @CsvSource({
        "sms, PT1M, 1",
        "sms, PT15M, 5",
        "sms, PT1H, 11",
        "sms, PT3H, 21",
        "voice, PT1M, 1",
        "voice, PT15M, 3",
        "voice, PT1H, 7",
        "voice, PT3H, 15",
        "messages, PT1M, 5",
        "messages, PT1H, 30"
    })
    void defaultsAreThoseOfGoAlertForPhones(String kind, Duration window, int most) {
        // Given
        ThrottleConfig config = config(Map.of());
        Throttle throttle =
                switch (kind) {
                    case "sms" -> config.sms();
                    case "voice" -> config.voice();
                    default -> config.messages();
                };

        // When
        List<Instant> sent = new ArrayList<>();
        Instant now = START;
        while (now.isBefore(START.plus(window))) {
            sent.add(now);
            now = throttle.waitUntil(sent, now).orElse(now);
        }

        // Then
        assertThat(sent).hasSize(most);
    }

    @Test
    void theNumbersMayBeOthersOrNone() {
        ThrottleConfig config =
                config(
                        Map.of(
                                "upstander.alert.throttle.sms", "none",
                                "upstander.alert.throttle.systems", "2/PT10S, 9/P1D"));

        assertThat(config.sms().limits()).isEmpty();
        assertThat(config.systems().limits())
                .containsExactly(
                        new Throttle.Limit(2, Duration.ofSeconds(10)),
                        new Throttle.Limit(9, Duration.ofDays(1)));
        assertThat(config(Map.of()).systems().limits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/PT1M", "5", "5/15", "5/PT0S", "x/PT1M", "1/PT1M,", "1/PT1M/2"})
    void whatIsNoLimitIsRefusedWithTheFix(String value) {
        assertThatThrownBy(() -> new ThrottleConverter().convert(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as 5/PT15M, or none");
    }
}
