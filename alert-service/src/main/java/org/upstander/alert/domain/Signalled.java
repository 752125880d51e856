package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.domain.pattern.Finding;

/** Opens or extends an incident for a pattern that no post makes. */
public final class Signalled {

    private Signalled() {}

    /**
     * Pure: the same input gives the same output.
     *
     * @param cause id of what opens it
     * @param groups of the author; those that nobody owns become the incident's
     * @param activity when it happened, never later than now
     * @param window longest pause within an incident
     */
    public static Grouping.Change change(
            Grouping.Known known,
            String cause,
            String staffId,
            Set<GroupKey> groups,
            Finding finding,
            Instant activity,
            Instant now,
            Duration window) {
        Map<String, Incident> warm = new HashMap<>();
        known.live().stream()
                .filter(
                        one ->
                                Duration.between(one.lastActivityAt(), activity).compareTo(window)
                                        <= 0)
                .forEach(one -> warm.put(one.id(), one));
        Optional<Incident> owner =
                groups.stream()
                        .map(group -> warm.get(known.owners().get(group)))
                        .filter(one -> one != null)
                        .findFirst();
        Incident before =
                owner.orElseGet(
                        () -> Incident.open(cause, staffId, finding.severity(), now, activity));
        Map<GroupKey, Optional<String>> own = new HashMap<>();
        for (GroupKey group : new ArrayList<>(groups)) {
            String holder = known.owners().get(group);
            if (!warm.containsKey(holder == null ? "" : holder)) {
                own.put(group, Optional.ofNullable(holder));
            }
        }
        return new Grouping.Change(
                owner.isEmpty(), before, after(before, finding, activity), List.of(), own);
    }

    private static Incident after(Incident before, Finding finding, Instant activity) {
        return before.holding(
                        new Incident.Content(
                                Math.max(before.severity(), finding.severity()),
                                before.categories(),
                                before.sources(),
                                before.postCount(),
                                Math.max(1, before.authorCount())),
                        activity)
                .showing(Set.of(finding.kind().wireName()));
    }
}
