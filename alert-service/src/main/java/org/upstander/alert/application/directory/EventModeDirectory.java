package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.EventModeEffects;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.Stores.EventModeStore;
import org.upstander.alert.domain.EventMode;

/** Declared competitions and ban waves. Counts for what is recorded from then on. */
@Singleton
public class EventModeDirectory extends Entries<EventModeDraft, EventMode> {

    private static final int LATEST = 200;

    private final Transactions transactions;
    private final EventModeStore store;
    private final EventModeRules rules;
    private final EventModeEffects effects;

    EventModeDirectory(
            Transactions transactions,
            EventModeStore store,
            EventModeRules rules,
            EventModeEffects effects,
            Clock clock) {
        super(transactions, store, clock);
        this.transactions = transactions;
        this.store = store;
        this.rules = rules;
        this.effects = effects;
    }

    /** What it did so far; empty where there is no such mode. */
    public Uni<Optional<EventModeEffects.Report>> report(String id) {
        return transactions.run(
                () ->
                        store.find(id)
                                .chain(
                                        found ->
                                                found.isEmpty()
                                                        ? Uni.createFrom().item(Optional.empty())
                                                        : effects.report(id, LATEST)
                                                                .map(Optional::of)));
    }

    /** Who puts what is there already changes nothing, and did not put it. */
    @Override
    Optional<EventMode> check(EventModeDraft draft, Optional<EventMode> known, Checks checks) {
        return rules.check(draft, checks)
                .map(wanted -> known.filter(wanted::changesAs).orElse(wanted));
    }

    @Override
    String idOf(EventMode value) {
        return value.id();
    }

    @Override
    Uni<Void> changed(Stored<EventMode> entry) {
        return Uni.createFrom().voidItem();
    }

    @Override
    Uni<Void> removed(String id) {
        return Uni.createFrom().voidItem();
    }

    @Override
    Uni<List<Violation>> warnings(EventMode value) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    Uni<List<String>> usersOf(String id) {
        return Uni.createFrom().item(List.of());
    }
}
