package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Incident;

/** Pages again where something was to happen by now, and nothing did. */
@ApplicationScoped
public class RunTimers {

    private static final int AT_ONCE = 64;

    private final Transactions transactions;
    private final TimerStore timers;
    private final IncidentStore incidents;
    private final PageAnew pageAnew;
    private final IncidentPolicy policies;
    private final Clock clock;

    RunTimers(
            Transactions transactions,
            TimerStore timers,
            IncidentStore incidents,
            PageAnew pageAnew,
            IncidentPolicy policies,
            Clock clock) {
        this.transactions = transactions;
        this.timers = timers;
        this.incidents = incidents;
        this.pageAnew = pageAnew;
        this.policies = policies;
        this.clock = clock;
    }

    /** One round: how many timers ran out. */
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        timers.claimDue(now, AT_ONCE)
                                .chain(
                                        due ->
                                                due.isEmpty()
                                                        ? Uni.createFrom().item(0)
                                                        : page(due, now).replaceWith(due.size())));
    }

    private Uni<Void> page(List<TimerStore.Due> due, Instant now) {
        return incidents
                .lock(due.stream().map(TimerStore.Due::incidentId).collect(Collectors.toSet()))
                .chain(locked -> causes(due, locked))
                .chain(causes -> pageAnew.page(causes, now));
    }

    /** One for each incident, also where two of its timers ran out. */
    private Uni<List<PageAnew.Cause>> causes(List<TimerStore.Due> due, List<Incident> locked) {
        Map<String, Incident> byId =
                locked.stream()
                        .filter(incident -> !incident.isResolved())
                        .collect(Collectors.toMap(Incident::id, Function.identity()));
        Set<String> seen = new HashSet<>();
        return Multi.createFrom()
                .iterable(checkInsFirst(due))
                .filter(one -> byId.containsKey(one.incidentId()) && seen.add(one.incidentId()))
                .onItem()
                .transformToUniAndConcatenate(one -> cause(one, byId.get(one.incidentId())))
                .collect()
                .asList();
    }

    private static List<TimerStore.Due> checkInsFirst(List<TimerStore.Due> due) {
        return due.stream()
                .sorted(Comparator.comparing(one -> one.kind() != TimerStore.Kind.CHECK_IN))
                .toList();
    }

    /** Who should have heard of a check-in did not act: the one after them is called. */
    private Uni<PageAnew.Cause> cause(TimerStore.Due due, Incident incident) {
        return due.kind() == TimerStore.Kind.CHECK_IN
                ? policies.stepOfMiss(incident, due.misses())
                        .map(step -> cause(due, incident, step, RunStore.Cause.CHECK_IN))
                : Uni.createFrom().item(cause(due, incident, 0, RunStore.Cause.AGAIN));
    }

    private static String reason(TimerStore.Due due) {
        return due.misses() < 2
                ? due.reason()
                : "%s, %d times in a row".formatted(due.reason(), due.misses());
    }

    private static PageAnew.Cause cause(
            TimerStore.Due due, Incident incident, int step, RunStore.Cause why) {
        return new PageAnew.Cause(incident, step, why, reason(due));
    }
}
