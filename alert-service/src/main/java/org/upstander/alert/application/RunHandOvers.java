package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A contact who goes off shift with an incident that nobody spoke about hands it over. A hand-over
 * is taken and carried out in one transaction, under the incident's lock: however many instances
 * run, it happens once.
 */
@ApplicationScoped
public class RunHandOvers {

    private static final int AT_ONCE = 64;

    private final Transactions transactions;
    private final HandOverStore store;
    private final IncidentStore incidents;
    private final DecideHandOver decideHandOver;
    private final HandOn handOn;
    private final Clock clock;

    RunHandOvers(
            Transactions transactions,
            HandOverStore store,
            IncidentStore incidents,
            DecideHandOver decideHandOver,
            HandOn handOn,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.incidents = incidents;
        this.decideHandOver = decideHandOver;
        this.handOn = handOn;
        this.clock = clock;
    }

    /** One round: how many shifts ended. */
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        store.claimDue(now, AT_ONCE)
                                .chain(
                                        due ->
                                                due.isEmpty()
                                                        ? Uni.createFrom().item(0)
                                                        : handOver(due, now)
                                                                .replaceWith(due.size())));
    }

    private Uni<Void> handOver(List<HandOverStore.OnShift> due, Instant now) {
        return incidents
                .lock(
                        due.stream()
                                .map(HandOverStore.OnShift::incidentId)
                                .collect(Collectors.toSet()))
                .chain(locked -> decideHandOver.decide(due, locked, now))
                .chain(decided -> handOn.carryOut(decided, now));
    }
}
