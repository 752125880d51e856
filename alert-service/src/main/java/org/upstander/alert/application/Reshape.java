package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;

/**
 * Puts incidents together or takes them apart, where a human knows better than the grouping. Posts
 * and groups move, none is lost, and no group has two incidents.
 */
@ApplicationScoped
public class Reshape {

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final ChangeState states;
    private final MergeIncidents mergeIncidents;
    private final SplitIncident splitIncident;
    private final Clock clock;

    Reshape(
            Transactions transactions,
            IncidentStore incidents,
            ChangeState states,
            MergeIncidents mergeIncidents,
            SplitIncident splitIncident,
            Clock clock) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.states = states;
        this.mergeIncidents = mergeIncidents;
        this.splitIncident = splitIncident;
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
        return mergeIncidents
                .merge(List.of(from), into, new MergeIncidents.By(by, "", true), now)
                .replaceWith(
                        new Transition.Changed(
                                from.in(new IncidentState.Resolved(now, by, "merged"))));
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
                                        splitIncident.split(incident, posts, authors, by, now)));
    }

    private static Uni<Transition> unfit(String field, String reason) {
        return Uni.createFrom().item(new Transition.Unfit(field, reason));
    }
}
