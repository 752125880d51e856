package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
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

    private final Transactions transactions;
    private final TimerStore timers;
    private final IncidentStore incidents;
    private final PageAnew pageAnew;
    private final EngineSettings settings;
    private final Clock clock;

    RunTimers(
            Transactions transactions,
            TimerStore timers,
            IncidentStore incidents,
            PageAnew pageAnew,
            EngineSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.timers = timers;
        this.incidents = incidents;
        this.pageAnew = pageAnew;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round: how many timers ran out. */
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        timers.claimDue(now, settings.pagesAtOnce())
                                .chain(
                                        due ->
                                                due.isEmpty()
                                                        ? Uni.createFrom().item(0)
                                                        : page(due, now).replaceWith(due.size())));
    }

    private Uni<Void> page(List<TimerStore.Due> due, Instant now) {
        return incidents
                .lock(due.stream().map(TimerStore.Due::incidentId).collect(Collectors.toSet()))
                .chain(locked -> pageAnew.page(causes(due, locked), now));
    }

    /** One for each incident, also where two of its timers ran out. */
    private static List<PageAnew.Cause> causes(List<TimerStore.Due> due, List<Incident> locked) {
        Map<String, Incident> byId =
                locked.stream()
                        .filter(incident -> !incident.isResolved())
                        .collect(Collectors.toMap(Incident::id, Function.identity()));
        Set<String> seen = new HashSet<>();
        return due.stream()
                .filter(one -> byId.containsKey(one.incidentId()) && seen.add(one.incidentId()))
                .map(one -> new PageAnew.Cause(byId.get(one.incidentId()), 0, one.reason()))
                .toList();
    }
}
