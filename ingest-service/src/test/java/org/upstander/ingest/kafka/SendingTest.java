package org.upstander.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.LogUnavailable;

class SendingTest {

    private final List<Exception> refusals = new ArrayList<>();
    private Sending sending;
    private final UniAssertSubscriber<Void> caller =
            Uni.createFrom()
                    .<Void>emitter(
                            emitter -> sending = new Sending(emitter, 2, 1000, refusals::add))
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create());

    @Test
    void endsWithTheLastAcknowledgement() {
        sending.onCompletion(null, null);
        caller.assertNotTerminated();

        sending.onCompletion(null, null);
        caller.assertCompleted();
        assertThat(sending.ended()).isTrue();
    }

    @Test
    void oneRefusalIsEnoughAndIsToldOnce() {
        sending.onCompletion(null, new TimeoutException("holds a key"));
        sending.onCompletion(null, null);
        sending.onCompletion(null, null);

        caller.assertFailedWith(LogUnavailable.class, "TimeoutException");
        assertThat(refusals).hasSize(1);
    }

    @Test
    void anAcknowledgementAfterItsTimeChangesNothing() {
        assertThat(sending.late(1000)).isFalse();
        assertThat(sending.late(1001)).isTrue();

        sending.fail("no acknowledgement in time");
        sending.onCompletion(null, null);
        sending.onCompletion(null, null);

        caller.assertFailedWith(LogUnavailable.class, "in time");
    }
}
