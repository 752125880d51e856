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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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

    /** As much as one person's partition brings in a fetch, so that others get their turn. */
    private static final int MOST = 200;

    private static final int SMALL = 32;
    private static final Duration WAIT = Duration.ofMillis(10);
    private static final Duration WORTH_READING_AHEAD = Duration.ofMillis(2);

    private final ObjectMapper json;
    private final TakeCanaries takeCanaries;
    private final InPlace inPlace;
    private final Vertx vertx;
    private final Clock clock;
    private final GatheredPolls<Poll> polls = new GatheredPolls<>(MOST, Poll::size, this::record);

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
        return polls.add(Poll.of(batch, clock.instant()));
    }

    private Uni<Void> record(List<Poll> group) {
        Reading<Assessment> reading =
                Reading.of(
                        Poll.records(group),
                        EventTypes.ASSESSMENT,
                        json,
                        AssessmentEvent.class,
                        AssessmentMapper::toDomain);
        Poll first = group.get(0);
        return ahead(reading.items(), first.at())
                .chain(ahead -> inPlace.record(reading, recording(ahead)))
                .invoke(() -> Poll.commit(group))
                .onFailure()
                .call(failure -> Uni.createFrom().completionStage(first.fail().apply(failure)));
    }

    /** While the first of them waits; nothing where it has waited already. */
    private Uni<Optional<Ahead>> ahead(List<Assessment> all, Instant since) {
        Duration left = left(since, clock.instant());
        if (all.isEmpty() || all.size() > SMALL || left.compareTo(WORTH_READING_AHEAD) < 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        return takeCanaries
                .ahead(all, after(left))
                .map(Optional::of)
                // Whatever the database is ailing from is met again, and waited for.
                .onFailure()
                .recoverWithItem(Optional.empty());
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

    /** What was seen ahead holds for the first try only. */
    private Function<List<Assessment>, Uni<Void>> recording(Optional<Ahead> ahead) {
        AtomicReference<Ahead> once = new AtomicReference<>(ahead.orElse(null));
        return batch -> {
            Ahead seen = once.getAndSet(null);
            return seen == null ? takeCanaries.record(batch) : takeCanaries.record(batch, seen);
        };
    }
}
