package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Ids;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/**
 * Puts incidents together or takes them apart, where a human knows better than the grouping. Posts
 * and groups move, none is lost, and no group has two incidents.
 */
@ApplicationScoped
public class Reshape {

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final CaseStore cases;
    private final ChangeState states;
    private final AfterReshape afterwards;
    private final Clock clock;

    Reshape(
            Transactions transactions,
            IncidentStore incidents,
            CaseStore cases,
            ChangeState states,
            AfterReshape afterwards,
            Clock clock) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.cases = cases;
        this.states = states;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /**
     * Moves everything into another incident of the same member of staff and closes this one. The
     * other one pages again if it gets worse by it.
     *
     * @param by who
     */
    public Uni<Transition> merge(String incidentId, String into, String by) {
        if (incidentId.equals(into)) {
            return unfit("/into", "must be another incident");
        }
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        incidents
                                .lock(Set.of(incidentId, into))
                                .map(Reshape::byId)
                                .chain(found -> merge(found, incidentId, into, by, now)));
    }

    private static Map<String, Incident> byId(List<Incident> found) {
        return found.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
    }

    private Uni<Transition> merge(
            Map<String, Incident> found, String fromId, String intoId, String by, Instant now) {
        Incident from = found.get(fromId);
        Incident into = found.get(intoId);
        if (from == null) {
            return Uni.createFrom().item(new Transition.NotFound());
        }
        if (into == null) {
            return unfit("/into", "there is no incident " + intoId);
        }
        if (!from.staffId().equals(into.staffId())) {
            return unfit("/into", "must be an incident of the same member of staff");
        }
        if (from.isResolved() || into.isResolved()) {
            return unfit("/into", "both must be open or acknowledged; resolved ones are linked");
        }
        IncidentState merged = new IncidentState.Resolved(now, by, "merged");
        return afterwards
                .merging(fromId, intoId)
                .chain(
                        () ->
                                states.to(
                                        from,
                                        merged,
                                        told(
                                                fromId,
                                                now,
                                                What.MERGED,
                                                by + " merged it into " + intoId)))
                .call(() -> cases.mergeInto(fromId, intoId))
                .call(
                        () ->
                                cases.content(intoId)
                                        .chain(content -> grow(into, from, content, by, now)));
    }

    private Uni<Void> grow(
            Incident into, Incident from, Incident.Content content, String by, Instant now) {
        Incident grown = into.holding(content, from.lastActivityAt()).showing(from.patterns());
        return cases.saveContent(grown)
                .chain(
                        () ->
                                states.tell(
                                        grown,
                                        told(
                                                into.id(),
                                                now,
                                                What.MERGED,
                                                by + " merged " + from.id() + " into it")))
                .chain(() -> afterwards.grown(into, grown, now));
    }

    /**
     * Takes posts, or all posts of authors, out into an incident of their own, which is open or
     * acknowledged as this one is. Some have to stay.
     *
     * @param posts their ids
     * @param authors their ids or handles
     * @param by who
     */
    public Uni<Transition> split(
            String incidentId, Collection<String> posts, Collection<String> authors, String by) {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        states.withLocked(
                                incidentId,
                                incident ->
                                        cases.posts(incidentId, posts, authors)
                                                .chain(taken -> split(incident, taken, by, now))));
    }

    private Uni<Transition> split(Incident incident, List<String> posts, String by, Instant now) {
        if (incident.isResolved()) {
            return unfit("/posts", "the incident must be open or acknowledged");
        }
        if (posts.isEmpty() || posts.size() >= incident.postCount()) {
            return unfit("/posts", "must name some posts of the incident, not none and not all");
        }
        Incident part = incident.splitOff(Ids.split(incident.id(), posts, now), now);
        return cases.create(part)
                .chain(() -> cases.move(incident.id(), part.id(), posts))
                .chain(() -> moveGroups(incident, part))
                .chain(() -> recount(incident))
                .call(
                        rest ->
                                states.tell(
                                        rest,
                                        told(
                                                rest.id(),
                                                now,
                                                What.SPLIT,
                                                by + " took posts out into " + part.id())))
                .chain(() -> recount(part))
                .call(() -> cases.link(incident.id(), part.id()))
                .call(whole -> afterwards.split(incident, whole, by, now))
                .chain(
                        whole ->
                                states.tell(
                                        whole,
                                        told(
                                                part.id(),
                                                now,
                                                What.SPLIT,
                                                by + " took it out of " + incident.id())));
    }

    /** Authors who wrote nothing that stays belong to the new incident from now on. */
    private Uni<Void> moveGroups(Incident incident, Incident part) {
        return cases.writersOnlyIn(part.id(), incident.id())
                .chain(
                        writers -> {
                            Set<GroupKey> groups = new TreeSet<>();
                            writers.forEach(
                                    one ->
                                            groups.addAll(
                                                    GroupKey.ofAuthor(
                                                            incident.staffId(),
                                                            one.source(),
                                                            one.id(),
                                                            one.handle())));
                            return cases.moveGroups(incident.id(), part.id(), groups);
                        });
    }

    private Uni<Incident> recount(Incident incident) {
        return cases.content(incident.id())
                .map(content -> incident.holding(content, incident.lastActivityAt()))
                .call(cases::saveContent);
    }

    private static TimelineEntry told(String incidentId, Instant now, What what, String words) {
        return new TimelineEntry(incidentId, now, what, words + ".");
    }

    private static Uni<Transition> unfit(String field, String reason) {
        return Uni.createFrom().item(new Transition.Unfit(field, reason));
    }
}
