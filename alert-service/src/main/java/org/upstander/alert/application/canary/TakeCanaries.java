package org.upstander.alert.application.canary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.upstander.alert.application.RecordAssessments;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Canary;

/**
 * Takes canaries out of what is recorded, on every instance, whether it posts any or not. What only
 * looks like one is recorded as any other post: else who could dress it up could hide it.
 */
@ApplicationScoped
public class TakeCanaries {

    private final RecordAssessments recordAssessments;
    private final CanarySeals seals;
    private final CanaryBack back;
    private final CanaryMetrics metrics;

    TakeCanaries(
            RecordAssessments recordAssessments,
            CanarySeals seals,
            CanaryBack back,
            CanaryMetrics metrics) {
        this.recordAssessments = recordAssessments;
        this.seals = seals;
        this.back = back;
        this.metrics = metrics;
    }

    /** As {@link RecordAssessments#ahead}, of what is no canary; at once where nothing else is. */
    public Uni<Optional<RecordAssessments.Ahead>> ahead(
            List<Assessment> batch, Uni<Void> meanwhile) {
        List<Assessment> rest = batch.stream().filter(one -> writtenAt(one).isEmpty()).toList();
        return rest.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : recordAssessments.ahead(rest, meanwhile).map(Optional::of);
    }

    /**
     * Fails as {@link RecordAssessments#record}, and for no other reason. A canary counts once what
     * came with it is recorded.
     */
    public Uni<Void> record(List<Assessment> batch) {
        return record(batch, recordAssessments::record);
    }

    /**
     * The same of a batch that was weighed ahead, once.
     *
     * @param ahead of this batch
     */
    public Uni<Void> record(List<Assessment> batch, RecordAssessments.Ahead ahead) {
        return record(batch, rest -> recordAssessments.record(ahead));
    }

    private Uni<Void> record(
            List<Assessment> batch, Function<List<Assessment>, Uni<Void>> recordRest) {
        List<Assessment> rest = new ArrayList<>(batch.size());
        List<Instant> canaries = new ArrayList<>();
        for (Assessment assessment : batch) {
            writtenAt(assessment).ifPresentOrElse(canaries::add, () -> rest.add(assessment));
        }
        Uni<Void> recorded = rest.isEmpty() ? Uni.createFrom().voidItem() : recordRest.apply(rest);
        return recorded.invoke(() -> metrics.forged(posing(rest))).chain(() -> cameBack(canaries));
    }

    /** Somebody else that a canary names, or anything else that names its account, is a post. */
    private Optional<Instant> writtenAt(Assessment assessment) {
        return isCanary(assessment) ? seals.open(assessment.post().externalId()) : Optional.empty();
    }

    private static boolean isCanary(Assessment assessment) {
        return assessment.staffId().equals(Canary.STAFF_ID)
                && assessment.post().source().equals(Canary.SOURCE);
    }

    private static int posing(List<Assessment> recorded) {
        return (int)
                recorded.stream()
                        .filter(
                                one ->
                                        one.staffId().equals(Canary.STAFF_ID)
                                                || one.post().source().equals(Canary.SOURCE))
                        .count();
    }

    private Uni<Void> cameBack(List<Instant> canaries) {
        metrics.cameBack(canaries.size());
        return canaries.stream()
                .max(Comparator.naturalOrder())
                .map(back::tell)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
