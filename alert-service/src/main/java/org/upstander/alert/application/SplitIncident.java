package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Ids;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/** Takes posts of an incident out into one of their own. */
@ApplicationScoped
class SplitIncident {

    private final CaseStore cases;
    private final ChangeState states;
    private final AfterReshape afterwards;

    SplitIncident(CaseStore cases, ChangeState states, AfterReshape afterwards) {
        this.cases = cases;
        this.states = states;
        this.afterwards = afterwards;
    }

    /**
     * Within the caller's transaction. The new incident is open or acknowledged as this one is.
     *
     * @param incident locked
     * @param posts ids of those that are taken out
     * @param authors ids or handles of those all whose posts are
     * @param by who
     */
    Uni<Transition> split(
            Incident incident,
            Collection<String> posts,
            Collection<String> authors,
            String by,
            Instant now) {
        return cases.posts(incident.id(), posts, authors)
                .chain(taken -> split(incident, taken, by, now));
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

    private static TimelineEntry told(String incidentId, Instant now, String words) {
        return new TimelineEntry(incidentId, now, What.SPLIT, words + ".");
    }

    private static Uni<Transition> unfit(String field, String reason) {
        return Uni.createFrom().item(new Transition.Unfit(field, reason));
    }
}
