package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.HoldStore;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.Stores.MaintenanceStore;
import org.upstander.alert.domain.Maintenance;

/** When only what is grave pages. A change counts at once for pages that are held already. */
@Singleton
public class MaintenanceDirectory extends Entries<MaintenanceDraft, Maintenance> {

    private final MaintenanceRules rules;
    private final HoldStore holds;
    private final Clock clock;

    MaintenanceDirectory(
            Transactions transactions,
            MaintenanceStore store,
            MaintenanceRules rules,
            HoldStore holds,
            Clock clock) {
        super(transactions, store, clock);
        this.rules = rules;
        this.holds = holds;
        this.clock = clock;
    }

    /** Who puts what is there already changes nothing, and did not put it. */
    @Override
    Optional<Maintenance> check(
            MaintenanceDraft draft, Optional<Maintenance> known, Checks checks) {
        return rules.check(draft, checks)
                .map(wanted -> known.filter(wanted::holdsAs).orElse(wanted));
    }

    @Override
    String idOf(Maintenance value) {
        return value.id();
    }

    @Override
    Uni<Void> changed(Stored<Maintenance> entry) {
        return removed(entry.value().id());
    }

    @Override
    Uni<Void> removed(String id) {
        return holds.silenceChanged(Maintenance.holdId(id), clock.instant());
    }

    @Override
    Uni<List<Violation>> warnings(Maintenance value) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    Uni<List<String>> usersOf(String id) {
        return Uni.createFrom().item(List.of());
    }
}
