package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Keys;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.ThresholdsEntry;
import org.upstander.scoring.application.LiveThresholds.InForce;
import org.upstander.scoring.domain.Thresholds;

class ThresholdsBookTest {
    private static final Thresholds CONFIGURED =
            new Thresholds(0.5, 0.4, 0.8, 0.5, new Thresholds.Severity(0.5, 0.5, 0.5));

    private final AtomicInteger unreadable = new AtomicInteger();
    private final ThresholdsBook book =
            new ThresholdsBook(CONFIGURED, new CountingUnreadable(unreadable));

    @Test
    void theConfigurationAppliesUntilSomethingIsPut() {
        assertThat(book.current()).isEqualTo(new InForce(CONFIGURED, null));
    }

    @Test
    void whatIsPutAppliesAndSpamKeepsItsConfiguredBar() {
        // When
        boolean changed = book.apply(entry(Keys.EVERYBODY, Topic.json(PUT)));
        // Then
        assertThat(changed).isTrue();
        assertThat(book.current().live())
                .isEqualTo(
                        new Thresholds(
                                0.6, 0.3, 0.8, 0.45, new Thresholds.Severity(0.1, 0.2, 0.3)));
        assertThat(book.current().shadow())
                .isEqualTo(
                        new Thresholds(0.7, 0.7, 0.8, 0.5, new Thresholds.Severity(0.5, 0.5, 0.5)));
        assertThat(book.apply(entry(Keys.EVERYBODY, Topic.json(PUT)))).isFalse();
    }

    @Test
    void aRemovalGoesBackToTheConfiguration() {
        // Given
        book.apply(entry(Keys.EVERYBODY, Topic.json(PUT)));
        // When
        boolean changed = book.apply(entry(Keys.EVERYBODY, null));
        // Then
        assertThat(changed).isTrue();
        assertThat(book.current()).isEqualTo(new InForce(CONFIGURED, null));
        assertThat(unreadable).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    everybody | nonsense
                    everybody | null
                    everybody | {"attack":0.5}
                    everybody | {"attack":0.5,"juniorAttack":0.4,"category":0.5}
                    everybody | {"attack":0.5,"juniorAttack":0.6,"category":0.5,"severity":{"two":0.5,"three":0.5,"four":0.5}}
                    everybody | {"attack":1.5,"juniorAttack":0.4,"category":0.5,"severity":{"two":0.5,"three":0.5,"four":0.5}}
                    everybody | {"attack":0.5,"juniorAttack":0.4,"category":0.5,"severity":{"two":0.5,"three":0.5,"four":0.5},"shadow":{}}
                    juniors   | {"attack":0.5,"juniorAttack":0.4,"category":0.5,"severity":{"two":0.5,"three":0.5,"four":0.5}}
                    """)
    void whatCannotBeReadLeavesWhatWasInForce(String key, String json) {
        // Given
        book.apply(entry(Keys.EVERYBODY, Topic.json(PUT)));
        InForce before = book.current();
        // When
        boolean changed = book.apply(entry(key, json.getBytes(UTF_8)));
        // Then
        assertThat(changed).isFalse();
        assertThat(unreadable).hasValue(1);
        assertThat(book.current()).isEqualTo(before);
    }

    @Test
    void aLaterVersionIsSkipped() {
        book.apply(
                Events.at(
                        0,
                        0,
                        Topic.record(
                                Topics.THRESHOLDS,
                                Keys.EVERYBODY,
                                Topic.json(PUT),
                                "org.upstander.thresholds.v2")));
        assertThat(unreadable).hasValue(1);
        assertThat(book.current().live()).isEqualTo(CONFIGURED);
    }

    private static final ThresholdsEntry PUT =
            new ThresholdsEntry(
                    0.6,
                    0.3,
                    0.45,
                    new ThresholdsEntry.Severity(0.1, 0.2, 0.3),
                    new ThresholdsEntry.Shadow(
                            0.7, 0.7, 0.5, new ThresholdsEntry.Severity(0.5, 0.5, 0.5)),
                    Samples.NOON);

    private static ConsumerRecord<byte[], byte[]> entry(String key, byte[] value) {
        return Events.at(0, 0, Topic.record(Topics.THRESHOLDS, key, value, EventTypes.THRESHOLDS));
    }
}
