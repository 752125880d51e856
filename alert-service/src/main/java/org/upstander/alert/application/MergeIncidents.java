package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/**
 * Moves everything of incidents into another one of the same person and closes them. Within the
 * caller's transaction, under the locks of all of them.
 */
@ApplicationScoped
class MergeIncidents {

    private final CaseStore cases;
    private final ChangeState states;
    private final AfterReshape afterwards;

    MergeIncidents(CaseStore cases, ChangeState states, AfterReshape afterwards) {
        this.cases = cases;
        this.states = states;
        this.afterwards = afterwards;
    }

    /**
     * Who merges them, and why.
     *
     * @param name of a person, or of the service
     * @param reason a sentence's end for both timelines, or empty where a person knows it
     * @param isPerson whether somebody decided it who saw both
     */
    record By(String name, String reason, boolean isPerson) {}

    /**
     * The other one pages again if it gets worse by it. Where nobody decided it, it also does if it
     * is acknowledged and one of them was not.
     *
     * @param from one at least, not resolved
     * @return that one as it is now
     */
    Uni<Incident> merge(List<Incident> from, Incident into, By by, Instant now) {
        return Multi.createFrom()
                .iterable(from)
                .onItem()
                .transformToUniAndConcatenate(one -> close(one, into.id(), by, now))
                .collect()
                .asList()
                .chain(() -> cases.content(into.id()))
                .chain(content -> grow(into, from, content, by, now));
    }

    private Uni<Void> close(Incident from, String into, By by, Instant now) {
        IncidentState merged = new IncidentState.Resolved(now, by.name(), "merged");
        TimelineEntry told =
                told(from.id(), now, by.name() + " merged it into " + into + by.reason());
        // Before it is closed: that ends all timers.
        return afterwards
                .merging(from.id(), into)
                .chain(() -> states.to(from, merged, told))
                .chain(() -> cases.mergeInto(from.id(), into));
    }

    private Uni<Incident> grow(
            Incident into, List<Incident> from, Incident.Content content, By by, Instant now) {
        Incident grown = into.takingIn(from, content);
        String ids = from.stream().map(Incident::id).collect(Collectors.joining(", "));
        boolean missed = !by.isPerson() && from.stream().anyMatch(Incident::isOpen);
        TimelineEntry told =
                told(into.id(), now, by.name() + " merged " + ids + " into it" + by.reason());
        return cases.saveContent(grown)
                .chain(() -> states.tell(grown, told))
                .chain(() -> afterwards.grown(into, grown, missed, now));
    }

    private static TimelineEntry told(String incidentId, Instant now, String words) {
        return new TimelineEntry(incidentId, now, What.MERGED, words + ".");
    }
}
