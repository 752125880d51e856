package org.upstander.alert.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.upstander.alert.application.RecordAssessments.Ahead;
import org.upstander.alert.application.canary.TakeCanaries;
import org.upstander.alert.domain.Assessment;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.v1.AssessmentEvent;

/**
 * What came while others were recorded is a batch is a transaction; its offsets are committed when
 * it is recorded. A small one waits a moment, so that others come together behind it, and is
 * weighed meanwhile.
 */
@ApplicationScoped
class AssessmentConsumer {

    /** More only where one poll has more: so others get their turn. */
    private static final int MOST = 200;

    private static final int SMALL = 32;
    private static final Duration WAIT = Duration.ofMillis(10);
    private static final Duration LEAST_WAIT = Duration.ofMillis(2);

    private final ObjectMapper json;
    private final TakeCanaries takeCanaries;
    private final InPlace inPlace;
    private final Vertx vertx;
    private final Clock clock;
    private final GatheredPolls<Poll> polls = new GatheredPolls<>(MOST, Poll::size, this::handle);

    AssessmentConsumer(
            ObjectMapper json,
            TakeCanaries takeCanaries,
            InPlace inPlace,
            Vertx vertx,
            Clock clock) {
        this.json = json;
        this.takeCanaries = takeCanaries;
        this.inPlace = inPlace;
        this.vertx = vertx;
        this.clock = clock;
    }

    @Incoming("assessments")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return take(Poll.of(batch, clock.instant()));
    }

    /** Ends when the next one may come, recorded or not. */
    Uni<Void> take(Poll poll) {
        return polls.add(poll);
    }

    private Uni<Void> handle(List<Poll> group) {
        return Uni.createFrom()
                .deferred(() -> record(group))
                .invoke(() -> Poll.commit(group))
                .onFailure()
                .call(failure -> Uni.createFrom().completionStage(group.get(0).stop(failure)));
    }

    private Uni<Void> record(List<Poll> group) {
        Reading<Assessment> reading =
                Reading.of(
                        Poll.records(group),
                        EventTypes.ASSESSMENT,
                        json,
                        AssessmentEvent.class,
                        AssessmentMapper::toDomain);
        Instant now = clock.instant();
        return ahead(reading.items(), left(group.get(0).at(), now))
                .map(ahead -> recording(ahead.orElse(null), now))
                .chain(recording -> inPlace.record(reading, recording));
    }

    /** While the first of them waits; nothing where it has waited already. */
    private Uni<Optional<Ahead>> ahead(List<Assessment> all, Duration left) {
        if (!isWorthWeighingAhead(all.size(), left)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return takeCanaries
                .ahead(all, after(left))
                // Whatever the database is ailing from is met again, and waited for.
                .ifNoItem()
                .after(FirstTry.SOON)
                .fail()
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    static boolean isWorthWeighingAhead(int size, Duration left) {
        return size > 0 && size <= SMALL && left.compareTo(LEAST_WAIT) >= 0;
    }

    private FirstTry<Assessment, Ahead> recording(Ahead ahead, Instant since) {
        return new FirstTry<>(ahead, since, clock, takeCanaries::record, takeCanaries::record);
    }

    /** Of the wait; never more than all of it, though clocks be set back. */
    static Duration left(Instant since, Instant now) {
        Duration left = WAIT.minus(Duration.between(since, now));
        return left.compareTo(WAIT) > 0 ? WAIT : left;
    }

    private Uni<Void> after(Duration time) {
        return Uni.createFrom()
                .emitter(over -> vertx.setTimer(time.toMillis(), timer -> over.complete(null)));
    }
}
