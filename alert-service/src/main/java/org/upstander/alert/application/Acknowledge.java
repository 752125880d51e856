package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.domain.Acknowledgement;
import org.upstander.alert.domain.Acknowledgement.Effect;
import org.upstander.alert.domain.Acknowledgement.Kind;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.PagingRules;
import org.upstander.alert.domain.TimelineEntry;

/** Somebody is at it: nobody else is called, once as many people said so as the policy wants. */
@ApplicationScoped
public class Acknowledge {

    private final Transactions transactions;
    private final ChangeState states;
    private final AcknowledgementStore acknowledgements;
    private final TimerStore timers;
    private final IncidentPolicy policies;
    private final Clock clock;

    Acknowledge(
            Transactions transactions,
            ChangeState states,
            AcknowledgementStore acknowledgements,
            TimerStore timers,
            IncidentPolicy policies,
            Clock clock) {
        this.transactions = transactions;
        this.states = states;
        this.acknowledgements = acknowledgements;
        this.timers = timers;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * As {@link Kind#SEEN}.
     *
     * @param by who, as an id or a name
     * @param reason a sentence for the timeline
     */
    public Uni<Transition> acknowledge(String incidentId, String by, String reason) {
        return acknowledge(incidentId, by, Kind.SEEN, reason);
    }

    /**
     * The same again, or after it was resolved, changes nothing; going further does.
     *
     * @param by who, as an id or a name
     * @param kind how far
     * @param reason a sentence for the timeline
     */
    public Uni<Transition> acknowledge(String incidentId, String by, Kind kind, String reason) {
        Acknowledgement given = new Acknowledgement(clock.instant(), by, kind);
        return transactions.run(
                () -> states.withLocked(incidentId, incident -> take(incident, given, reason)));
    }

    /**
     * Pages pause until then, or until it gets worse. Counts as an acknowledgement as seen, so it
     * lasts no longer than one, and where the policy wants more people paging goes on.
     *
     * @param until later than now
     */
    public Uni<Transition> snooze(String incidentId, String by, Instant until, String reason) {
        Acknowledgement given = new Acknowledgement(clock.instant(), by, Kind.SEEN);
        return transactions.run(
                () ->
                        states.withLocked(
                                incidentId, incident -> pause(incident, given, until, reason)));
    }

    private Uni<Transition> pause(
            Incident incident, Acknowledgement given, Instant until, String reason) {
        if (incident.isResolved()) {
            return Uni.createFrom().item(new Transition.Unchanged(incident));
        }
        return take(incident, given, reason)
                .chain(
                        done ->
                                done instanceof Transition.Changed changed
                                                && changed.incident().isOpen()
                                        ? Uni.createFrom().item(done)
                                        : snoozed(incident, given, until, reason, done));
    }

    private Uni<Transition> snoozed(
            Incident incident,
            Acknowledgement given,
            Instant until,
            String reason,
            Transition done) {
        if (incident.isOpen() && done instanceof Transition.Unchanged) {
            return Uni.createFrom().item(done);
        }
        return timers.set(
                        incident.id(),
                        TimerStore.Kind.SNOOZE,
                        until,
                        "%s wanted to hear of it again now".formatted(given.by()))
                .chain(
                        () ->
                                states.tell(
                                        done instanceof Transition.Changed changed
                                                ? changed.incident()
                                                : incident,
                                        new TimelineEntry(
                                                incident.id(),
                                                given.at(),
                                                TimelineEntry.What.SNOOZED,
                                                reason)));
    }

    private Uni<Transition> take(Incident incident, Acknowledgement given, String reason) {
        return acknowledgements
                .of(incident.id())
                .chain(
                        before ->
                                policies.rulesOf(incident)
                                        .chain(
                                                rules ->
                                                        take(
                                                                incident, given, before, rules,
                                                                reason)))
                .chain(done -> heard(incident, given, done));
    }

    /** Also where it counts for nothing else: she was heard from. */
    private Uni<Transition> heard(Incident incident, Acknowledgement given, Transition done) {
        if (incident.isResolved() || given.kind() == Kind.SEEN) {
            return Uni.createFrom().item(done);
        }
        if (given.kind() == Kind.SAFE) {
            return endCheckIn(incident).replaceWith(done);
        }
        TimelineEntry told =
                new TimelineEntry(
                        incident.id(),
                        given.at(),
                        TimelineEntry.What.CHECKED_IN,
                        "%s called: the time to the next check-in begins again"
                                .formatted(given.by()));
        Incident now = done instanceof Transition.Changed changed ? changed.incident() : incident;
        return timers.again(incident.id(), TimerStore.Kind.CHECK_IN, given.at())
                .chain(
                        there ->
                                Boolean.TRUE.equals(there)
                                        ? states.tell(now, told)
                                        : Uni.createFrom().item(done));
    }

    private Uni<Transition> take(
            Incident incident,
            Acknowledgement given,
            List<Acknowledgement> before,
            PagingRules rules,
            String reason) {
        Effect effect = given.on(incident, before, rules);
        if (!effect.counts()) {
            return Uni.createFrom().item(new Transition.Unchanged(incident));
        }
        return acknowledgements
                .add(incident.id(), given)
                .chain(
                        () ->
                                states.to(
                                        incident,
                                        effect.state(),
                                        new TimelineEntry(
                                                incident.id(),
                                                given.at(),
                                                TimelineEntry.What.ACKNOWLEDGED,
                                                sentence(reason, given, effect))))
                .call(() -> expire(incident, given, effect.expiresAt()));
    }

    private Uni<Void> expire(Incident incident, Acknowledgement given, Optional<Instant> at) {
        return at.isEmpty()
                ? Uni.createFrom().voidItem()
                : timers.set(
                        incident.id(),
                        TimerStore.Kind.ACKNOWLEDGEMENT,
                        at.get(),
                        "%s has seen it, and nobody called since".formatted(given.by()));
    }

    private Uni<Void> endCheckIn(Incident incident) {
        return timers.clear(Set.of(incident.id()), Set.of(TimerStore.Kind.CHECK_IN));
    }

    private static String sentence(String reason, Acknowledgement given, Effect effect) {
        String further = given.kind() == Kind.SEEN ? "" : " As " + given.kind().wireName() + ".";
        return effect.missing() == 0
                ? reason + further
                : "%s%s Paging goes on: %d more %s to acknowledge."
                        .formatted(
                                reason,
                                further,
                                effect.missing(),
                                effect.missing() == 1 ? "person has" : "people have");
    }
}
