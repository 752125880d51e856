package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.HoldStore;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.Stores.SilenceStore;
import org.upstander.alert.domain.Silence;

/** When nobody is paged, for what. A change counts at once for pages that are held already. */
@Singleton
public class SilenceDirectory extends Entries<SilenceDraft, Silence> {

    private final SilenceRules rules;
    private final HoldStore holds;
    private final Clock clock;

    SilenceDirectory(
            Transactions transactions,
            SilenceStore store,
            SilenceRules rules,
            HoldStore holds,
            Clock clock) {
        super(transactions, store, clock);
        this.rules = rules;
        this.holds = holds;
        this.clock = clock;
    }

    /** Who puts what is there already changes nothing, and did not put it. */
    @Override
    Optional<Silence> check(SilenceDraft draft, Optional<Silence> known, Checks checks) {
        return rules.check(draft, checks)
                .map(wanted -> known.filter(wanted::silencesAs).orElse(wanted));
    }

    @Override
    String idOf(Silence value) {
        return value.id();
    }

    @Override
    Uni<Void> changed(Stored<Silence> entry) {
        return holds.silenceChanged(entry.value().id(), clock.instant());
    }

    @Override
    Uni<Void> removed(String id) {
        return holds.silenceChanged(id, clock.instant());
    }

    @Override
    Uni<List<Violation>> warnings(Silence value) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    Uni<List<String>> usersOf(String id) {
        return Uni.createFrom().item(List.of());
    }
}
