package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When incidents would have opened, had other posts been attacks: as {@link Grouping} sorts them,
 * by author, then by thread. People who resolve, merge and split are left out.
 */
public final class WhatIf {

    private WhatIf() {}

    /**
     * A post that would have paged.
     *
     * @param authorId or null
     * @param handle or null
     * @param threadId or null
     */
    public record Attack(
            String staffId,
            String source,
            String authorId,
            String handle,
            String threadId,
            Instant postedAt) {

        private List<Group> groups() {
            List<Group> groups = new ArrayList<>();
            groups.add(group("author", authorId));
            groups.add(group("handle", handle == null ? null : Author.folded(handle)));
            groups.add(group("thread", threadId));
            groups.removeIf(Objects::isNull);
            return groups;
        }

        private Group group(String kind, String id) {
            return id == null ? null : new Group(staffId, source, kind, id);
        }
    }

    private record Group(String staffId, String source, String kind, String id) {}

    /** What would be an incident. */
    private static final class Opened {
        private Instant lastActivity;

        boolean isWarm(Instant at, Duration window) {
            return Duration.between(lastActivity, at).compareTo(window) <= 0;
        }
    }

    /**
     * @param attacks in the order in which they were posted
     * @param window longest pause within an incident
     * @return when each incident would have opened, in order
     */
    public static List<Instant> openings(List<Attack> attacks, Duration window) {
        List<Instant> openings = new ArrayList<>();
        Map<Group, Opened> owners = new HashMap<>();
        for (Attack attack : attacks) {
            List<Group> groups = attack.groups();
            Opened incident =
                    groups.stream()
                            .map(owners::get)
                            .filter(one -> one != null && one.isWarm(attack.postedAt(), window))
                            .findFirst()
                            .orElse(null);
            if (incident == null) {
                incident = new Opened();
                openings.add(attack.postedAt());
            }
            incident.lastActivity = attack.postedAt();
            for (Group group : groups) {
                Opened owner = owners.get(group);
                if (owner == null || !owner.isWarm(attack.postedAt(), window)) {
                    owners.put(group, incident);
                }
            }
        }
        return openings;
    }
}
