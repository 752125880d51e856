package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.PagingRules;

/** The policy of an incident: that of its first page, before that the one of the attacked. */
@ApplicationScoped
class IncidentPolicy {

    private final RunStore runs;
    private final Directory directory;

    IncidentPolicy(RunStore runs, Directory directory) {
        this.runs = runs;
        this.directory = directory;
    }

    Uni<PagingRules> rulesOf(Incident incident) {
        return of(incident)
                .map(policy -> policy.map(EscalationPolicy::paging).orElse(PagingRules.DEFAULT));
    }

    /**
     * Whom a check-in calls that did not come, as a step from 0: the one after the first at first,
     * each time the next, behind all steps the last resort, and from there on all of them again.
     *
     * @param misses how often in a row it did not come
     */
    Uni<Integer> stepOfMiss(Incident incident, int misses) {
        return of(incident)
                .map(
                        policy ->
                                policy.map(
                                                one ->
                                                        misses
                                                                % (one.steps().size()
                                                                        + (one.lastResortContactId()
                                                                                        == null
                                                                                ? 0
                                                                                : 1)))
                                        .orElse(0));
    }

    /** Empty where the attacked is no longer in the directory. */
    Uni<Optional<EscalationPolicy>> of(Incident incident) {
        return runs.soFar(List.of(incident.id()))
                .map(found -> found.get(incident.id()).policy())
                .chain(
                        pinned ->
                                pinned.isPresent()
                                        ? Uni.createFrom().item(pinned)
                                        : ofStaff(incident.staffId()));
    }

    private Uni<Optional<EscalationPolicy>> ofStaff(String staffId) {
        return directory
                .staff(staffId)
                .chain(
                        staff ->
                                staff.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : directory.policyFor(staff.get()).map(Optional::of));
    }
}
