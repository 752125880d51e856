package org.upstander.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;

class AssessmentConsumerTest {

    private static final Instant CAME = Instant.parse("2026-11-23T12:00:00Z");

    private final List<String> seen = new ArrayList<>();

    /** A clock that is set back by an hour holds no page up for an hour. */
    @ParameterizedTest
    @CsvSource({"0, 10", "3, 7", "10, 0", "25, -15", "-1, 10", "-3600000, 10"})
    void aPostWaitsTenMillisecondsFromWhenItCameAndNeverMore(long passed, long left) {
        assertThat(AssessmentConsumer.left(CAME, CAME.plusMillis(passed)))
                .isEqualTo(Duration.ofMillis(left));
    }

    @ParameterizedTest
    @CsvSource({"1, 10, true", "32, 2, true", "33, 10, false", "1, 1, false", "0, 10, false"})
    void fewAreWeighedAheadWhereThereIsTime(int size, long left, boolean ahead) {
        assertThat(AssessmentConsumer.isWorthWeighingAhead(size, Duration.ofMillis(left)))
                .isEqualTo(ahead);
    }

    @Test
    void aFailureThatNobodyForeseesStopsTheConsumptionAndCommitsNothing() {
        // Given: nothing to read with
        AssessmentConsumer consumer =
                new AssessmentConsumer(null, null, null, null, Clock.fixed(CAME, ZoneOffset.UTC));

        // When
        consumer.take(poll("first")).await().indefinitely();
        consumer.take(poll("second")).await().indefinitely();

        // Then
        assertThat(seen).containsExactly("first stopped by NullPointerException");
    }

    private Poll poll(String name) {
        ConsumerRecord<String, byte[]> one =
                new ConsumerRecord<>("t", 0, 0, name, "{}".getBytes(StandardCharsets.UTF_8));
        one.headers().add(Headers.TYPE, EventTypes.ASSESSMENT.getBytes(StandardCharsets.UTF_8));
        return new Poll(
                new ConsumerRecords<>(Map.of(new TopicPartition("t", 0), List.of(one)), Map.of()),
                CAME,
                () -> seen.add(name + " committed"),
                failure -> {
                    seen.add(name + " stopped by " + failure.getClass().getSimpleName());
                    return CompletableFuture.completedFuture(null);
                });
    }
}
