package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.application.KeptAssessments;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Ties;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.PatternKind;

/** Says which attacks belong together by their patterns. Within the caller's transaction. */
@ApplicationScoped
class TieTogether {

    /** Made of posts that are no attacks, and so are in no incident yet. */
    private static final Set<PatternKind> GATHERED =
            Set.of(PatternKind.PERSISTENCE, PatternKind.OFF_HOURS, PatternKind.BREWING);

    private static final Set<PatternKind> SLOW =
            Arrays.stream(PatternKind.values())
                    .filter(PatternKind::isSlow)
                    .collect(Collectors.toUnmodifiableSet());

    private final KeptAssessments assessments;
    private final PatternIncidents incidents;

    TieTogether(KeptAssessments assessments, PatternIncidents incidents) {
        this.assessments = assessments;
        this.incidents = incidents;
    }

    Uni<Seen> all(Round round) {
        Map<String, List<Finding>> findings = round.findings();
        List<Assessment> counted = round.counted();
        Map<String, Set<GroupKey>> groups = groups(round, findings);
        Set<String> crowded =
                counted.stream()
                        .filter(one -> isIn(PatternKind.PILE_ON, findings.get(one.id())))
                        .map(Assessment::staffId)
                        .collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(earlier(round), goingOn(round))
                .with(
                        (earlier, lasting) ->
                                seen(round, groups, owners(round, crowded), lasting, earlier));
    }

    private static Seen seen(
            Round round,
            Map<String, Set<GroupKey>> groups,
            Map<GroupKey, String> owners,
            Map<GroupKey, String> lasting,
            Earlier earlier) {
        Map<String, List<Finding>> all = new HashMap<>(round.findings());
        all.putAll(earlier.findings());
        Stream.concat(round.counted().stream(), earlier.counted().stream())
                .forEach(
                        one ->
                                slow(one, all.getOrDefault(one.id(), List.of()))
                                        .forEach(
                                                group ->
                                                        groups.computeIfAbsent(
                                                                        one.id(),
                                                                        id -> new HashSet<>())
                                                                .add(group)));
        owners.putAll(lasting);
        return new Seen(
                round.counted(),
                earlier.counted(),
                all,
                new Ties(groups, owners, lasting.keySet(), Seen.words(all)),
                round.around().inIncidents(),
                round.own(),
                round.persons(),
                Accounts.recognising(round));
    }

    private static Stream<GroupKey> slow(Assessment one, List<Finding> findings) {
        Pair pair = Pair.of(one);
        return findings.stream()
                .map(Finding::kind)
                .filter(PatternKind::isSlow)
                .map(kind -> GroupKey.ofPattern(pair.staffId(), pair.author(), kind.wireName()));
    }

    /** Earlier posts of a run are by whoever wrote the one that makes it. */
    private Uni<Map<GroupKey, String>> goingOn(Round round) {
        Map<String, List<Finding>> findings = round.findings();
        Set<Pair> pairs =
                round.counted().stream()
                        .filter(one -> isSlow(findings.get(one.id())))
                        .map(Pair::of)
                        .collect(Collectors.toSet());
        return pairs.isEmpty() ? Uni.createFrom().item(Map.of()) : incidents.goingOn(pairs, SLOW);
    }

    private static boolean isSlow(List<Finding> findings) {
        return findings != null
                && findings.stream().map(Finding::kind).anyMatch(PatternKind::isSlow);
    }

    private static Map<String, Set<GroupKey>> groups(
            Round round, Map<String, List<Finding>> findings) {
        Map<String, Set<GroupKey>> groups = new HashMap<>();
        for (PatternMarks.Marked mark : round.own()) {
            if (isIn(PatternKind.CAMPAIGN, findings.get(mark.assessmentId()))) {
                groups.computeIfAbsent(mark.assessmentId(), id -> new HashSet<>())
                        .add(GroupKey.ofMark(mark.staffId(), mark.mark()));
            }
        }
        for (Assessment one : round.counted()) {
            if (isIn(PatternKind.PILE_ON, findings.get(one.id()))) {
                groups.computeIfAbsent(one.id(), id -> new HashSet<>())
                        .add(GroupKey.ofCrowd(one.staffId()));
            }
        }
        return groups;
    }

    private static boolean isIn(PatternKind kind, List<Finding> findings) {
        return findings != null && findings.stream().anyMatch(one -> one.kind() == kind);
    }

    private static Map<GroupKey, String> owners(Round round, Set<String> crowded) {
        Map<GroupKey, String> owners = owners(round.stored());
        round.around()
                .pileOns()
                .forEach(
                        (staff, one) -> {
                            if (crowded.contains(staff)) {
                                owners.put(GroupKey.ofCrowd(staff), one.incidentId());
                            }
                        });
        return owners;
    }

    /** Of each mark the incident of the newest attack that has it. */
    private static Map<GroupKey, String> owners(List<PatternMarks.Marked> stored) {
        Map<String, PatternMarks.Marked> newest = new HashMap<>();
        stored.stream()
                .filter(one -> one.incidentId() != null)
                .forEach(
                        one ->
                                newest.merge(
                                        one.staffId() + ' ' + one.mark(),
                                        one,
                                        BinaryOperator.maxBy(
                                                Comparator.comparing(PatternMarks.Marked::at)
                                                        .thenComparing(
                                                                PatternMarks.Marked
                                                                        ::assessmentId))));
        Map<GroupKey, String> owners = new HashMap<>();
        newest.values()
                .forEach(
                        one ->
                                owners.put(
                                        GroupKey.ofMark(one.staffId(), one.mark()),
                                        one.incidentId()));
        return owners;
    }

    /** Recorded before, and part of a pattern only now. */
    private record Earlier(List<Assessment> counted, Map<String, List<Finding>> findings) {}

    private Uni<Earlier> earlier(Round round) {
        Map<String, Finding> made = made(round.findings().values());
        round.counted().forEach(one -> made.remove(one.id()));
        made.keySet().removeIf(round::isInIncident);
        return made.isEmpty()
                ? Uni.createFrom().item(new Earlier(List.of(), Map.of()))
                : assessments.outsideIncidents(made.keySet()).map(found -> counted(found, made));
    }

    private static Map<String, Finding> made(Collection<List<Finding>> findings) {
        Map<String, Finding> made = new HashMap<>();
        findings.stream()
                .flatMap(List::stream)
                .filter(one -> GATHERED.contains(one.kind()))
                .forEach(one -> one.made().forEach(id -> made.putIfAbsent(id, one)));
        return made;
    }

    private static Earlier counted(List<Assessment> found, Map<String, Finding> made) {
        List<Assessment> counted =
                found.stream()
                        .map(
                                one ->
                                        one.counting(
                                                Verdict.ATTACK,
                                                Math.max(
                                                        one.severity(),
                                                        made.get(one.id()).severity())))
                        .toList();
        return new Earlier(
                counted,
                counted.stream()
                        .collect(
                                Collectors.toMap(
                                        Assessment::id, one -> List.of(made.get(one.id())))));
    }
}
