package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/**
 * The attacked says every so often that she is well. Does she not, the next step is called, and
 * with every further pause the one after, until somebody heard from her or it is over.
 */
@ApplicationScoped
public class CheckIn {

    private final Transactions transactions;
    private final ChangeState states;
    private final TimerStore timers;
    private final Clock clock;

    CheckIn(Transactions transactions, ChangeState states, TimerStore timers, Clock clock) {
        this.transactions = transactions;
        this.states = states;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * Begins, or begins anew with another pause. Ends when the incident is resolved or somebody
     * acknowledges as safe; whoever acknowledges as called has heard from her.
     *
     * @param every how long until the next
     * @param told a sentence for the timeline
     */
    public Uni<Transition> start(String incidentId, Duration every, String told) {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        states.withLocked(
                                incidentId,
                                incident ->
                                        incident.isResolved()
                                                ? unfit(
                                                        "The incident is resolved; a check-in needs one that is not")
                                                : start(incident, every, told, now)));
    }

    private Uni<Transition> start(Incident incident, Duration every, String told, Instant now) {
        return timers.setEvery(
                        incident.id(),
                        TimerStore.Kind.CHECK_IN,
                        every,
                        now.plus(every),
                        "No check-in within %d min".formatted(every.toMinutes()))
                .chain(() -> tell(incident, What.CHECK_IN_STARTED, told, now));
    }

    /**
     * She is well: the pause begins again.
     *
     * @param told a sentence for the timeline
     */
    public Uni<Transition> checkedIn(String incidentId, String told) {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        states.withLocked(
                                incidentId,
                                incident ->
                                        timers.again(incidentId, TimerStore.Kind.CHECK_IN, now)
                                                .chain(
                                                        there ->
                                                                Boolean.TRUE.equals(there)
                                                                        ? tell(
                                                                                incident,
                                                                                What.CHECKED_IN,
                                                                                told,
                                                                                now)
                                                                        : unfit(
                                                                                "No check-in is expected; begin with :check-in"))));
    }

    private Uni<Transition> tell(Incident incident, What what, String told, Instant now) {
        return states.tell(incident, new TimelineEntry(incident.id(), now, what, told));
    }

    private static Uni<Transition> unfit(String reason) {
        return Uni.createFrom().item(new Transition.Unfit("", reason));
    }
}
