package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.upstander.alert.application.noise.CountMentions;
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
    private final WeighFresh weighFresh;
    private final OpenIncidents openIncidents;
    private final CountMentions countMentions;
    private final AlertMetrics metrics;
    private final Clock clock;

    RecordAssessments(
            Transactions transactions,
            WeighFresh weighFresh,
            OpenIncidents openIncidents,
            CountMentions countMentions,
            AlertMetrics metrics,
            Clock clock) {
        this.transactions = transactions;
        this.weighFresh = weighFresh;
        this.openIncidents = openIncidents;
        this.countMentions = countMentions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * A batch that was weighed before it is recorded.
     *
     * @param received how many came
     * @param all of them, each once
     */
    public record Ahead(int received, List<Assessment> all, WeighFresh.Weighed weighed) {}

    private record Recorded(WeighFresh.Weighed weighed, List<Grouping.Change> incidents) {}

    /**
     * Weighs a batch that is to be recorded soon; nothing is recorded yet. Fails as {@link
     * #record}.
     *
     * @param meanwhile what is waited for anyway; it ends after that, too
     */
    public Uni<Ahead> ahead(List<Assessment> batch, Uni<Void> meanwhile) {
        List<Assessment> all = once(batch);
        return weighFresh
                .ahead(all, meanwhile, clock.instant())
                .map(weighed -> new Ahead(batch.size(), all, weighed));
    }

    /**
     * Fails with {@link StoreConflict} (try again at once), {@link UnstorableData} (one of them
     * will never do) or whatever the database is ailing from (try again later).
     */
    public Uni<Void> record(List<Assessment> batch) {
        List<Assessment> all = once(batch);
        return record(batch.size(), now -> weighFresh.now(all, now));
    }

    /**
     * The same, without weighing it again.
     *
     * @param ahead weighed a moment ago; once, for after a failure it is not known what is stored
     */
    public Uni<Void> record(Ahead ahead) {
        return record(ahead.received(), now -> weighFresh.still(ahead.weighed(), ahead.all(), now));
    }

    private static List<Assessment> once(List<Assessment> batch) {
        Map<String, Assessment> byId = new LinkedHashMap<>();
        batch.forEach(assessment -> byId.putIfAbsent(assessment.id(), assessment));
        return List.copyOf(byId.values());
    }

    private Uni<Void> record(int received, Function<Instant, Uni<WeighFresh.Weighed>> weigh) {
        return transactions
                .run(
                        () -> {
                            Instant now = clock.instant();
                            return weigh.apply(now).chain(weighed -> keep(weighed, now));
                        })
                .invoke(recorded -> count(received, recorded))
                .replaceWithVoid();
    }

    private Uni<Recorded> keep(WeighFresh.Weighed weighed, Instant now) {
        List<Assessment> fresh = weighed.fresh();
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(new Recorded(weighed, List.of()));
        }
        PatternCost cost = weighed.cost();
        return openIncidents
                .from(weighed, now)
                .call(grouped -> note(fresh, grouped, cost, now))
                .call(grouped -> cost.of(() -> openIncidents.merge(grouped, now)))
                .map(grouped -> new Recorded(weighed, grouped.changes()));
    }

    private Uni<Void> note(
            List<Assessment> fresh, GroupAttacks.Grouped grouped, PatternCost cost, Instant now) {
        return cost.beside(
                countMentions.in(fresh, now),
                () -> openIncidents.note(fresh, grouped, now),
                (counted, noted) -> null);
    }

    private void count(int received, Recorded recorded) {
        List<Assessment> fresh = recorded.weighed().fresh();
        fresh.forEach(assessment -> metrics.recorded(assessment.verdict()));
        metrics.patterns(fresh.size(), recorded.weighed().cost());
        metrics.duplicates(received - fresh.size());
        for (Grouping.Change change : recorded.incidents()) {
            if (change.opened()) {
                metrics.incidentOpened();
            } else {
                metrics.incidentExtended();
            }
        }
    }
}
