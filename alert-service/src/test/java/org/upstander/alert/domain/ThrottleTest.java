package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.Throttle.Limit;

class ThrottleTest {

    private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");
    private static final Throttle SMS_LIKE =
            new Throttle(
                    List.of(
                            new Limit(1, Duration.ofMinutes(1)),
                            new Limit(5, Duration.ofMinutes(15)),
                            new Limit(11, Duration.ofHours(1))));

    /** Seconds of what was sent; the time asked about; when it may be sent, -1 for at once. */
    @ParameterizedTest
    @CsvSource({
        "'', 0, -1",
        "'0', 0, 60",
        "'0', 59, 60",
        "'0', 60, -1",
        "'0 60 120 180 240', 300, 900",
        "'240 0 180 60 120', 899, 900",
        "'0 60 120 180 240', 900, -1",
        "'0 60 120 180 900', 910, 960",
        "'0 60 120 180 240 900 960 1020 1080 1140 1800', 1860, 3600",
        "'0 60 120 180 240 900 960 1020 1080 1140 1800', 3600, -1"
    })
    void theLimitThatLastsLongestDecides(String sent, long now, long free) {
        List<Instant> log =
                Arrays.stream(sent.split(" "))
                        .filter(second -> !second.isEmpty())
                        .map(second -> START.plusSeconds(Long.parseLong(second)))
                        .toList();
        assertThat(SMS_LIKE.waitUntil(log, START.plusSeconds(now)).map(ThrottleTest::seconds))
                .isEqualTo(free < 0 ? java.util.Optional.empty() : java.util.Optional.of(free));
    }

    @Property
    void neverMoreThanTheLimitInAnyWindow(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 120) Integer> pauses) {
        // Given: somebody who sends as soon as they may, and asks for more
        List<Instant> sent = new ArrayList<>();
        Instant now = START;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            now = SMS_LIKE.waitUntil(sent, now).orElse(now);
            assertThat(SMS_LIKE.waitUntil(sent, now)).isEmpty();
            sent.add(now);
        }
        // Then
        for (Limit limit : SMS_LIKE.limits()) {
            for (Instant from : sent) {
                Instant end = from.plus(limit.window());
                assertThat(sent.stream().filter(at -> !at.isBefore(from) && at.isBefore(end)))
                        .hasSizeLessThanOrEqualTo(limit.most());
            }
        }
    }

    private static long seconds(Instant at) {
        return Duration.between(START, at).toSeconds();
    }
}
