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
     * The step after the first, from 0: the last resort where there is only one; else the first.
     */
    Uni<Integer> secondStep(Incident incident) {
        return of(incident)
                .map(
                        policy ->
                                policy.filter(
                                                one ->
                                                        one.steps().size() > 1
                                                                || one.lastResortContactId()
                                                                        != null)
                                        .map(one -> 1)
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
