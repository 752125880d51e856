package org.upstander.scenarios.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.Likeness;
import org.upstander.alert.domain.pattern.PatternKind;
import org.upstander.alert.domain.pattern.Patterns;
import org.upstander.alert.domain.pattern.Sighting;

/** Opens and extends incidents for what counts as an attack, and has people called about them. */
final class Casework {

    private final Rows rows;
    private final Placing placing;
    private final Pager pager;
    private final Merging merging;

    Casework(Rows rows) {
        this.rows = rows;
        this.placing = new Placing(rows);
        this.pager = new Pager(rows);
        this.merging = new Merging(rows, pager);
    }

    /** An assessment with what it is part of; earlier ones that made it come along. */
    void take(Patterns.Weighed weighed, Instant now) {
        Map<String, Assessment> attacks = new LinkedHashMap<>();
        for (Finding finding : weighed.findings()) {
            made(finding).forEach(one -> attacks.putIfAbsent(one.id(), one));
        }
        Assessment attack = weighed.attack();
        attacks.remove(attack.id());
        attacks.put(attack.id(), attack);
        open(List.copyOf(attacks.values()), attack.id(), weighed.findings(), now);
    }

    /** Posts none of which is an attack by itself. */
    void take(Finding alarm, Instant now) {
        String last = alarm.made().get(alarm.made().size() - 1);
        open(made(alarm), last, List.of(alarm), now);
    }

    /** An attempt to reach somebody. */
    void take(Assessment attempt, Finding approach, Instant now) {
        open(List.of(attempt), attempt.id(), List.of(approach), now);
    }

    boolean isTaken(String assessmentId) {
        return rows.incidentOf.containsKey(assessmentId);
    }

    void free(Instant now) {
        pager.free(now);
    }

    private List<Assessment> made(Finding finding) {
        return finding.made().stream()
                .filter(id -> !isTaken(id))
                .map(id -> rows.assessed.get(id).assessment())
                .map(
                        one ->
                                one.counting(
                                        Verdict.ATTACK,
                                        Math.max(one.severity(), Math.max(1, finding.severity()))))
                .toList();
    }

    /**
     * @param attacks those that are in an incident stay there
     * @param about which of them the findings are about
     */
    private void open(List<Assessment> attacks, String about, List<Finding> findings, Instant now) {
        List<Placing.Attack> fresh = new ArrayList<>();
        for (Assessment attack : attacks) {
            if (!isTaken(attack.id())) {
                fresh.add(
                        new Placing.Attack(
                                attack,
                                groups(attack, about, findings),
                                marks(attack),
                                lasting(attack, findings)));
            }
        }
        Map<String, Placing.Change> changes = new LinkedHashMap<>(placing.place(fresh, now));
        String incidentId = rows.incidentOf.get(about);
        raise(incidentId, attacks.get(attacks.size() - 1), changes);
        for (Finding finding : findings) {
            if (rows.folder(incidentId).patterns.add(finding.kind())) {
                rows.folder(incidentId).reasons.add(finding.reason());
            }
            if (finding.kind().isSlow()) {
                tell(finding);
            }
        }
        changes.values().forEach(change -> call(change, now));
        findings.forEach(finding -> merging.after(finding, now));
    }

    private void tell(Finding finding) {
        Rows.Assessed newest = rows.assessed.get(finding.newest());
        rows.toldRuns.add(
                new Rows.ToldRun(
                        finding.kind(), Sighting.of(newest.assessment(), newest.recordedAt())));
    }

    /** An attack that was in an incident already, and weighs more now. */
    private void raise(String incidentId, Assessment attack, Map<String, Placing.Change> changes) {
        Incident incident = rows.incidents.get(incidentId);
        if (attack.severity() > incident.severity()) {
            Incident raised =
                    incident.holding(
                            new Incident.Content(
                                    attack.severity(),
                                    incident.categories(),
                                    incident.sources(),
                                    incident.postCount(),
                                    incident.authorCount()),
                            incident.lastActivityAt());
            rows.incidents.put(incidentId, raised);
            changes.merge(
                    incidentId,
                    new Placing.Change(incident, raised),
                    (first, then) -> new Placing.Change(first.before(), then.after()));
        }
    }

    private void call(Placing.Change change, Instant now) {
        if (change.before() == null) {
            pager.opened(change.after(), now);
        } else {
            pager.grew(change.before(), change.after(), now);
        }
    }

    private static Set<GroupKey> lasting(Assessment attack, List<Finding> findings) {
        String author = attack.post().author().key(attack.post().source());
        return findings.stream()
                .map(Finding::kind)
                .filter(PatternKind::isSlow)
                .map(kind -> GroupKey.ofPattern(attack.staffId(), author, kind.wireName()))
                .collect(Collectors.toSet());
    }

    private static List<GroupKey> groups(Assessment attack, String about, List<Finding> findings) {
        List<GroupKey> groups = new ArrayList<>();
        Set<PatternKind> kinds = new HashSet<>();
        findings.forEach(finding -> kinds.add(finding.kind()));
        if (kinds.contains(PatternKind.CAMPAIGN)) {
            groups.addAll(marks(attack));
        }
        if (kinds.contains(PatternKind.PILE_ON)) {
            groups.add(GroupKey.ofCrowd(attack.staffId()));
        }
        // What made one pattern together belongs together.
        groups.add(new GroupKey("made " + about));
        return groups;
    }

    private static List<GroupKey> marks(Assessment attack) {
        return Likeness.marks(attack.post().text()).stream()
                .map(mark -> GroupKey.ofMark(attack.staffId(), mark))
                .toList();
    }
}
