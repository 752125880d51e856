package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sorts attacks into incidents: an attack extends the live incident that owns one of its groups and
 * saw activity within the window, else it opens one. Groups of an attack that nobody owns become
 * the incident's; groups of an incident that has been quiet for longer move to the new one. A
 * lasting group ({@link Ties}) has no window: it goes on until its incident is resolved.
 *
 * <p>Two incidents are never merged: when an attack belongs to one by its author and to another by
 * its thread, the author decides.
 */
public final class Grouping {

    private final Known known;
    private final Ties ties;
    private final Duration window;
    private final Instant now;
    private final Map<String, Incident> incidents = new HashMap<>();
    private final Map<GroupKey, String> owners = new HashMap<>();
    private final Map<String, Building> changes = new LinkedHashMap<>();

    private Grouping(Known known, Ties ties, Instant now, Duration window) {
        this.known = known;
        this.ties = ties;
        this.now = now;
        this.window = window;
        owners.putAll(ties.owners());
        owners.putAll(known.owners());
        known.live().forEach(incident -> incidents.put(incident.id(), incident));
    }

    /**
     * @param live incidents that are not resolved, or so lately that they open again
     * @param owners which of them owns a group
     * @param members which posts and authors they have already
     */
    public record Known(List<Incident> live, Map<GroupKey, String> owners, Set<Member> members) {

        public static final Known NOTHING = new Known(List.of(), Map.of(), Set.of());
    }

    /**
     * @param incidentId of an incident
     * @param key a post id or an author key
     */
    public record Member(String incidentId, String key) {}

    /**
     * What became of an incident.
     *
     * @param opened whether it is new
     * @param before as it was; without any post where it is new
     * @param incident as it is now
     * @param attacks that were added, in order
     * @param groups that are newly its own, with the incident that owned them, or empty
     */
    public record Change(
            boolean opened,
            Incident before,
            Incident incident,
            List<Assessment> attacks,
            Map<GroupKey, Optional<String>> groups) {}

    /**
     * Pure: the same input gives the same output.
     *
     * @param attacks in the order in which they came
     * @param now by our clock
     * @param window longest pause within an incident
     * @return one change per incident that is opened or extended
     */
    public static List<Change> group(
            Known known, List<Assessment> attacks, Instant now, Duration window) {
        return group(known, attacks, Ties.NONE, now, window);
    }

    /**
     * The same where patterns tie attacks together that have neither author nor thread in common.
     * An author and a thread decide first.
     */
    public static List<Change> group(
            Known known, List<Assessment> attacks, Ties ties, Instant now, Duration window) {
        Grouping grouping = new Grouping(known, ties, now, window);
        attacks.forEach(grouping::place);
        return grouping.changes.values().stream().map(Building::done).toList();
    }

    private void place(Assessment attack) {
        Instant activity = activity(attack);
        Set<GroupKey> own = GroupKey.of(attack);
        Set<GroupKey> loose = ties.groups(attack);
        Building change =
                Stream.concat(own.stream(), loose.stream().sorted())
                        .filter(group -> !isFree(group, activity))
                        .findFirst()
                        .map(group -> changing(incidents.get(owners.get(group)), false))
                        .orElseGet(() -> changing(Incident.open(attack, now, activity), true));
        change.add(attack, activity);
        own(own, change, activity);
        loose.stream()
                .filter(group -> isFree(group, activity))
                .forEach(group -> owners.put(group, change.incident.id()));
    }

    private Building changing(Incident incident, boolean opened) {
        return changes.computeIfAbsent(incident.id(), id -> new Building(opened, incident));
    }

    private void own(Set<GroupKey> groups, Building change, Instant activity) {
        for (GroupKey group : groups) {
            if (isFree(group, activity)) {
                owners.put(group, change.incident.id());
                change.groups.putIfAbsent(group, Optional.ofNullable(known.owners().get(group)));
            }
        }
    }

    private boolean isFree(GroupKey group, Instant activity) {
        Incident owner = incidents.get(owners.get(group));
        return owner == null || !(isWarm(owner, activity) || isGoingOn(group, owner));
    }

    private boolean isWarm(Incident incident, Instant activity) {
        return Duration.between(incident.lastActivityAt(), activity).compareTo(window) <= 0;
    }

    private boolean isGoingOn(GroupKey group, Incident incident) {
        return ties.isLasting(group) && !(incident.state() instanceof IncidentState.Resolved);
    }

    /**
     * Sources date posts as they like: a time in the future, or from before the window (a backfill,
     * a broken clock), counts as now, when we learnt of it.
     */
    private Instant activity(Assessment attack) {
        Instant posted = attack.post().postedAt();
        boolean plausible = !posted.isAfter(now) && posted.isAfter(now.minus(window));
        return plausible ? posted : now;
    }

    private final class Building {

        private final boolean opened;
        private final Incident before;
        private final List<Assessment> attacks = new ArrayList<>();
        private final Map<GroupKey, Optional<String>> groups = new TreeMap<>();
        private final Set<String> members = new HashSet<>();
        private Incident incident;

        Building(boolean opened, Incident incident) {
            this.opened = opened;
            this.before = incident;
            this.incident = incident;
        }

        void add(Assessment attack, Instant activity) {
            boolean newPost = isNew(attack.post().id());
            boolean newAuthor = isNew(attack.post().author().key(attack.post().source()));
            attacks.add(attack);
            incident = incident.with(attack, ties.patterns(attack), newPost, newAuthor, activity);
            incidents.put(incident.id(), incident);
        }

        private boolean isNew(String member) {
            return members.add(member)
                    && !known.members().contains(new Member(incident.id(), member));
        }

        Change done() {
            return new Change(opened, before, incident, List.copyOf(attacks), Map.copyOf(groups));
        }
    }
}
