package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.upstander.alert.application.noise.CountMentions;
import org.upstander.alert.application.pattern.Background;
import org.upstander.alert.application.pattern.PatternCost;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;

/**
 * Takes a batch of assessments: each is kept once, and attacks open or extend incidents. One
 * transaction, so that a batch that comes again finds everything done or nothing.
 */
@ApplicationScoped
public class RecordAssessments {

    private final Transactions transactions;
    private final AssessmentStore assessments;
    private final OpenIncidents openIncidents;
    private final CountMentions countMentions;
    private final AlertMetrics metrics;
    private final Clock clock;

    RecordAssessments(
            Transactions transactions,
            AssessmentStore assessments,
            OpenIncidents openIncidents,
            CountMentions countMentions,
            AlertMetrics metrics,
            Clock clock) {
        this.transactions = transactions;
        this.assessments = assessments;
        this.openIncidents = openIncidents;
        this.countMentions = countMentions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param patterns how long they held it up
     */
    private record Recorded(
            List<Assessment> fresh, List<Grouping.Change> incidents, Duration patterns) {}

    /**
     * Fails with {@link StoreConflict} (try again at once), {@link UnstorableData} (one of them
     * will never do) or whatever the database is ailing from (try again later).
     */
    public Uni<Void> record(List<Assessment> batch) {
        return transactions
                .run(() -> inTransaction(batch, clock.instant()))
                .invoke(recorded -> count(batch.size(), recorded))
                .replaceWithVoid();
    }

    private Uni<Recorded> inTransaction(List<Assessment> batch, Instant now) {
        Map<String, Assessment> byId = new LinkedHashMap<>();
        batch.forEach(assessment -> byId.putIfAbsent(assessment.id(), assessment));
        PatternCost cost = new PatternCost(clock);
        List<Assessment> all = List.copyOf(byId.values());
        // Asked for together, as few come again: of those it is read in vain.
        return cost.beside(
                        assessments.recorded(byId.keySet()),
                        () -> openIncidents.before(all, now),
                        (recorded, background) ->
                                keep(without(recorded, all), background, cost, now))
                .flatMap(Function.identity());
    }

    private static List<Assessment> without(Set<String> recorded, List<Assessment> all) {
        return all.stream().filter(one -> !recorded.contains(one.id())).toList();
    }

    private Uni<Recorded> keep(
            List<Assessment> fresh, Background background, PatternCost cost, Instant now) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(new Recorded(List.of(), List.of(), Duration.ZERO));
        }
        return openIncidents
                .from(fresh, background, cost, now)
                .call(grouped -> note(fresh, grouped, cost, now))
                .call(grouped -> cost.of(() -> openIncidents.merge(grouped, now)))
                .map(grouped -> new Recorded(fresh, grouped.changes(), cost.took()));
    }

    private Uni<Void> note(
            List<Assessment> fresh, GroupAttacks.Grouped grouped, PatternCost cost, Instant now) {
        return cost.beside(
                countMentions.in(fresh, now),
                () -> openIncidents.note(fresh, grouped, now),
                (counted, noted) -> null);
    }

    private void count(int received, Recorded recorded) {
        recorded.fresh().forEach(assessment -> metrics.recorded(assessment.verdict()));
        metrics.patterns(recorded.fresh().size(), recorded.patterns());
        metrics.duplicates(received - recorded.fresh().size());
        for (Grouping.Change change : recorded.incidents()) {
            if (change.opened()) {
                metrics.incidentOpened();
            } else {
                metrics.incidentExtended();
            }
        }
    }
}
