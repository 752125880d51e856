package org.upstander.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.LogUnavailable;

class SendingTest {

    private final List<Exception> refusals = new ArrayList<>();
    private final List<RecordMetadata> stored = new ArrayList<>();
    private final Sending sending = new Sending(2, 1000, stored::add, refusals::add);
    private final CompletableFuture<Void> caller = sending.result().toCompletableFuture();

    @Test
    void endsWithTheLastAcknowledgement() {
        sending.onCompletion(null, null);
        assertThat(caller).isNotDone();

        sending.onCompletion(null, null);
        assertThat(caller).isCompleted();
        assertThat(sending.ended()).isTrue();
    }

    @Test
    void oneRefusalIsEnoughAndIsToldOnce() {
        sending.onCompletion(null, new TimeoutException("holds a key"));
        sending.onCompletion(null, null);
        sending.onCompletion(null, null);

        assertThat(caller)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(LogUnavailable.class)
                .withMessageContaining("TimeoutException");
        assertThat(refusals).hasSize(1);
        assertThat(stored).hasSize(2); // the others lie there nevertheless
    }

    @Test
    void anAcknowledgementAfterItsTimeChangesNothing() {
        assertThat(sending.late(1000)).isFalse();
        assertThat(sending.late(1001)).isTrue();

        sending.fail("no acknowledgement in time");
        sending.onCompletion(null, null);
        sending.onCompletion(null, null);

        assertThat(caller)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(LogUnavailable.class)
                .withMessageContaining("in time");
    }
}
