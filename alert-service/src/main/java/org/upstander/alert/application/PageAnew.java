package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/**
 * Begins the policy of incidents again, and says why. What was acknowledged or resolved is open
 * again: only open incidents call people.
 */
@ApplicationScoped
class PageAnew {

    private final IncidentStore incidents;
    private final AcknowledgementStore acknowledgements;
    private final TimerStore timers;
    private final RunStore runs;
    private final IncidentLog log;

    PageAnew(
            IncidentStore incidents,
            AcknowledgementStore acknowledgements,
            TimerStore timers,
            RunStore runs,
            IncidentLog log) {
        this.incidents = incidents;
        this.acknowledgements = acknowledgements;
        this.timers = timers;
        this.runs = runs;
        this.log = log;
    }

    /**
     * @param incident as it is, locked
     * @param from step to begin with, from 0
     * @param why what began it
     * @param reason a sentence
     */
    record Cause(Incident incident, int from, RunStore.Cause why, String reason) {}

    /** Within the caller's transaction. */
    Uni<Void> page(List<Cause> causes, Instant now) {
        if (causes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> ids =
                causes.stream().map(cause -> cause.incident().id()).collect(Collectors.toSet());
        return Multi.createFrom()
                .iterable(causes)
                .filter(cause -> !cause.incident().isOpen())
                .onItem()
                .transformToUniAndConcatenate(cause -> incidents.saveState(open(cause)))
                .collect()
                .asList()
                .chain(() -> acknowledgements.supersede(ids))
                .chain(
                        () ->
                                timers.clear(
                                        ids,
                                        Set.of(
                                                TimerStore.Kind.ACKNOWLEDGEMENT,
                                                TimerStore.Kind.SNOOZE)))
                .chain(() -> runs.begin(causes.stream().map(one -> run(one, now)).toList()))
                .chain(() -> log.tell(causes.stream().map(one -> told(one, now)).toList()));
    }

    private static Incident open(Cause cause) {
        return cause.incident().in(new IncidentState.Open());
    }

    private static RunStore.Run run(Cause cause, Instant now) {
        return new RunStore.Run(
                cause.incident().id(), cause.from(), now, cause.reason(), cause.why());
    }

    private static IncidentLog.Told told(Cause cause, Instant now) {
        What what = cause.incident().isResolved() ? What.REOPENED : What.PAGED_AGAIN;
        return new IncidentLog.Told(
                open(cause), new TimelineEntry(cause.incident().id(), now, what, cause.reason()));
    }
}
