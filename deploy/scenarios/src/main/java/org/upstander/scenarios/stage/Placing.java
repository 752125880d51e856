package org.upstander.scenarios.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.Ties;

/**
 * Sorts attacks into incidents by {@link Grouping}, and by groups of patterns behind those of
 * author and thread: by a mark of the text, by a crowd, by having made one pattern together.
 */
final class Placing {

    private final Rows rows;

    Placing(Rows rows) {
        this.rows = rows;
    }

    /**
     * @param assessment with the severity that counts
     * @param more groups behind its own, the first that is owned decides
     * @param marks of its text, by which later ones may find it: by themselves they decide nothing
     * @param lasting groups whose owner goes on until it is resolved
     */
    record Attack(
            Assessment assessment,
            List<GroupKey> more,
            List<GroupKey> marks,
            Set<GroupKey> lasting) {}

    /**
     * What became of an incident.
     *
     * @param before as it was, or null where it is new
     */
    record Change(Incident before, Incident after) {}

    /** All of them together, in order; one change per incident. */
    Map<String, Change> place(List<Attack> attacks, Instant now) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (Attack attack : attacks) {
            Change change = place(attack, now);
            changes.merge(
                    change.after().id(),
                    change,
                    (first, then) -> new Change(first.before(), then.after()));
        }
        return changes;
    }

    private Change place(Attack attack, Instant now) {
        Assessment assessment = attack.assessment();
        Map<GroupKey, String> owners = new HashMap<>(rows.owners);
        Set<GroupKey> own = GroupKey.of(assessment);
        if (own.stream().noneMatch(key -> isWarm(owners.get(key), assessment, now))) {
            attack.more().stream()
                    .map(owners::get)
                    .filter(owner -> isWarm(owner, assessment, now))
                    .findFirst()
                    .ifPresent(owner -> own.forEach(key -> owners.put(key, owner)));
        }
        Grouping.Known known =
                new Grouping.Known(
                        rows.incidents.values().stream().filter(one -> isLive(one, now)).toList(),
                        owners,
                        rows.members);
        Grouping.Change change =
                Grouping.group(known, List.of(assessment), ties(attack), now, Rules.WINDOW).get(0);
        keep(attack, change, now);
        return new Change(change.opened() ? null : change.before(), change.incident());
    }

    private Ties ties(Attack attack) {
        Map<GroupKey, String> lasting = new HashMap<>();
        attack.lasting().stream()
                .filter(rows.owners::containsKey)
                .forEach(key -> lasting.put(key, rows.owners.get(key)));
        return new Ties(
                Map.of(attack.assessment().id(), attack.lasting()),
                lasting,
                lasting.keySet(),
                Map.of());
    }

    private void keep(Attack attack, Grouping.Change change, Instant now) {
        Assessment assessment = attack.assessment();
        String id = change.incident().id();
        for (GroupKey key : GroupKey.of(assessment)) {
            own(key, id, assessment, now);
        }
        for (GroupKey key : attack.more()) {
            own(key, id, assessment, now);
        }
        for (GroupKey key : attack.marks()) {
            own(key, id, assessment, now);
        }
        attack.lasting().forEach(key -> rows.owners.put(key, id));
        rows.incidents.put(id, change.incident());
        rows.members.add(new Grouping.Member(id, assessment.post().id()));
        rows.members.add(
                new Grouping.Member(
                        id, assessment.post().author().key(assessment.post().source())));
        rows.folder(id).assessments.add(assessment.id());
        rows.incidentOf.put(assessment.id(), id);
    }

    private void own(GroupKey key, String incidentId, Assessment assessment, Instant now) {
        if (!isWarm(rows.owners.get(key), assessment, now)) {
            rows.owners.put(key, incidentId);
        }
    }

    private boolean isWarm(String incidentId, Assessment attack, Instant now) {
        Incident incident = incidentId == null ? null : rows.incidents.get(incidentId);
        return incident != null
                && isLive(incident, now)
                && Duration.between(incident.lastActivityAt(), activity(attack, now))
                                .compareTo(Rules.WINDOW)
                        <= 0;
    }

    private static boolean isLive(Incident incident, Instant now) {
        return !(incident.state() instanceof IncidentState.Resolved resolved)
                || resolved.at().isAfter(now.minus(Rules.REOPEN_WITHIN));
    }

    /** As {@link Grouping} takes it. */
    private static Instant activity(Assessment attack, Instant now) {
        Instant posted = attack.post().postedAt();
        boolean plausible = !posted.isAfter(now) && posted.isAfter(now.minus(Rules.WINDOW));
        return plausible ? posted : now;
    }
}
