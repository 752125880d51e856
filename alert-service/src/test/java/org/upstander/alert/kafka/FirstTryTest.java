package org.upstander.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstTryTest {

    private static final Instant BEGAN = Instant.parse("2026-11-23T12:00:00Z");

    private final List<String> recorded = new ArrayList<>();

    @Test
    void whatWasWeighedCountsOnce() {
        // Given
        FirstTry<String, String> record = tried("weighed", Duration.ofMillis(12));
        // When
        record.apply(List.of("a", "b")).await().indefinitely();
        record.apply(List.of("a")).await().indefinitely();
        record.apply(List.of("b")).await().indefinitely();
        // Then
        assertThat(recorded).containsExactly("[a, b] as weighed", "[a] anew", "[b] anew");
    }

    @Test
    void whatWasWeighedLongAgoCountsNoMore() {
        // Given
        FirstTry<String, String> last = tried("weighed", FirstTry.SOON);
        FirstTry<String, String> late = tried("weighed", FirstTry.SOON.plusNanos(1));
        FirstTry<String, String> setBack = tried("weighed", Duration.ofHours(-1));
        // When
        last.apply(List.of("last")).await().indefinitely();
        late.apply(List.of("late")).await().indefinitely();
        setBack.apply(List.of("set back")).await().indefinitely();
        // Then
        assertThat(recorded).containsExactly("[last] as weighed", "[late] anew", "[set back] anew");
    }

    @Test
    void whatWasNotWeighedIs() {
        // When
        tried(null, Duration.ZERO).apply(List.of("a")).await().indefinitely();
        // Then
        assertThat(recorded).containsExactly("[a] anew");
    }

    private FirstTry<String, String> tried(String ahead, Duration later) {
        return new FirstTry<>(
                ahead,
                BEGAN,
                Clock.fixed(BEGAN.plus(later), ZoneOffset.UTC),
                (batch, weighed) -> note(batch + " as " + weighed),
                batch -> note(batch + " anew"));
    }

    private Uni<Void> note(String what) {
        return Uni.createFrom().<Void>voidItem().invoke(() -> recorded.add(what));
    }
}
