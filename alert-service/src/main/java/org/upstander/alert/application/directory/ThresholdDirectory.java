package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.Stores.ThresholdStore;
import org.upstander.alert.domain.ThresholdSettings;

/**
 * The thresholds for everybody: a directory of one entry, {@link ThresholdSettings#ID}. Each change
 * reaches scoring-service through the outbox.
 */
@Singleton
public class ThresholdDirectory extends Entries<ThresholdsDraft, ThresholdSettings> {

    private final ThresholdRules rules;
    private final ThresholdEvents events;

    ThresholdDirectory(
            Transactions transactions,
            ThresholdStore store,
            ThresholdRules rules,
            ThresholdEvents events,
            Clock clock) {
        super(transactions, store, clock);
        this.rules = rules;
        this.events = events;
    }

    /** Writes them to the outbox again, for a Kafka that lost them; 0 where none were put. */
    public Uni<Integer> republish() {
        return announceAll();
    }

    /** Who puts what is there already changes nothing, and did not put it. */
    @Override
    Optional<ThresholdSettings> check(
            ThresholdsDraft draft, Optional<ThresholdSettings> known, Checks checks) {
        return rules.check(draft, checks)
                .map(wanted -> known.filter(wanted::judgesAs).orElse(wanted));
    }

    @Override
    String idOf(ThresholdSettings value) {
        return ThresholdSettings.ID;
    }

    @Override
    Uni<Void> changed(Stored<ThresholdSettings> entry) {
        return events.changed(entry.value(), entry.updatedAt());
    }

    @Override
    Uni<Void> removed(String id) {
        return events.removed();
    }

    @Override
    Uni<List<Violation>> warnings(ThresholdSettings value) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    Uni<List<String>> usersOf(String id) {
        return Uni.createFrom().item(List.of());
    }
}
