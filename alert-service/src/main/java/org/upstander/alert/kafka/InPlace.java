package org.upstander.alert.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.upstander.alert.application.Consumption;
import org.upstander.alert.application.StoreConflict;
import org.upstander.alert.application.UnstorableData;
import org.upstander.contracts.DeadLetterReasons;

/**
 * Records a batch, whatever it takes. A lost race is run again at once. A database that is away is
 * waited for: nothing is committed, nothing set aside, and the poll goes on with paused partitions.
 * A value that the database refuses is looked for by halves and set aside.
 */
@ApplicationScoped
class InPlace {

    private static final Logger LOG = Logger.getLogger(InPlace.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int RACES = 20;

    private final DeadLetters deadLetters;
    private final Consumption consumption;

    InPlace(DeadLetters deadLetters, Consumption consumption) {
        this.deadLetters = deadLetters;
        this.consumption = consumption;
    }

    <T> Uni<Void> record(Reading<T> reading, Function<List<T>, Uni<Void>> useCase) {
        return deadLetters.add(reading.refused()).chain(() -> recordAll(reading.taken(), useCase));
    }

    private <T> Uni<Void> recordAll(
            List<Reading.Taken<T>> taken, Function<List<T>, Uni<Void>> useCase) {
        if (taken.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<T> items = taken.stream().map(Reading.Taken::item).toList();
        return Uni.createFrom()
                .deferred(() -> useCase.apply(items))
                .onFailure(StoreConflict.class)
                .retry()
                .atMost(RACES)
                .onFailure(failure -> !(failure instanceof UnstorableData))
                .invoke(this::stalled)
                .onFailure(failure -> !(failure instanceof UnstorableData))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(this::flowing)
                .onFailure(UnstorableData.class)
                .recoverWithUni(failure -> halves(taken, useCase, failure));
    }

    private <T> Uni<Void> halves(
            List<Reading.Taken<T>> taken, Function<List<T>, Uni<Void>> useCase, Throwable failure) {
        if (taken.size() == 1) {
            return deadLetters.add(
                    List.of(
                            Reading.refused(
                                    taken.get(0).source(), DeadLetterReasons.INVALID, failure)));
        }
        int middle = taken.size() / 2;
        return recordAll(taken.subList(0, middle), useCase)
                .chain(() -> recordAll(taken.subList(middle, taken.size()), useCase));
    }

    private void stalled(Throwable failure) {
        if (consumption.stalled()) {
            LOG.warnf("cannot record, will try again: %s", failure.getClass().getName());
            
        }
    }

    private void flowing() {
        if (consumption.flowing()) {
            LOG.info("recording again");
        }
    }
}
