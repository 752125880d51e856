package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/** What people note on an incident, whatever its state: whose it is, what they think of it. */
@ApplicationScoped
public class Annotate {

    private final Transactions transactions;
    private final ChangeState states;
    private final IncidentStore incidents;
    private final CaseStore cases;
    private final Clock clock;

    Annotate(
            Transactions transactions,
            ChangeState states,
            IncidentStore incidents,
            CaseStore cases,
            Clock clock) {
        this.transactions = transactions;
        this.states = states;
        this.incidents = incidents;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * @param to whose it is now; null for nobody's
     * @param told a sentence for the timeline
     */
    public Uni<Transition> assign(String incidentId, String to, String told) {
        return note(incidentId, What.ASSIGNED, told, at -> cases.assign(incidentId, to));
    }

    /**
     * @param by who
     * @param text their words; the timeline does not repeat them
     */
    public Uni<Transition> comment(String incidentId, String by, String text) {
        return note(
                incidentId,
                What.COMMENTED,
                by + " left a comment.",
                at -> cases.comment(incidentId, at, by, text));
    }

    private Uni<Transition> note(
            String incidentId, What what, String told, Function<Instant, Uni<Void>> keep) {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        states.withLocked(
                                incidentId,
                                incident ->
                                        keep.apply(now)
                                                .chain(
                                                        () ->
                                                                states.tell(
                                                                        incident,
                                                                        new TimelineEntry(
                                                                                incidentId, now,
                                                                                what, told)))));
    }

    /**
     * Notes that two incidents belong together, on both.
     *
     * @param by who
     */
    public Uni<Transition> link(String incidentId, String other, String by) {
        Instant now = clock.instant();
        if (incidentId.equals(other)) {
            return Uni.createFrom()
                    .item(new Transition.Unfit("/incidentId", "must be another incident"));
        }
        return transactions.run(
                () ->
                        incidents
                                .lock(Set.of(incidentId, other))
                                .chain(found -> link(found, incidentId, other, by, now)));
    }

    private Uni<Transition> link(
            List<Incident> found, String incidentId, String other, String by, Instant now) {
        if (found.stream().noneMatch(one -> one.id().equals(incidentId))) {
            return Uni.createFrom().item(new Transition.NotFound());
        }
        if (found.size() < 2) {
            return Uni.createFrom()
                    .item(new Transition.Unfit("/incidentId", "there is no incident " + other));
        }
        Incident one = found.get(found.get(0).id().equals(incidentId) ? 0 : 1);
        Incident two = found.get(found.get(0).id().equals(incidentId) ? 1 : 0);
        return cases.link(incidentId, other)
                .chain(() -> states.tell(two, linked(two, one, by, now)))
                .chain(() -> states.tell(one, linked(one, two, by, now)));
    }

    private static TimelineEntry linked(Incident of, Incident to, String by, Instant now) {
        return new TimelineEntry(
                of.id(), now, What.LINKED, "%s linked it to %s.".formatted(by, to.id()));
    }
}
