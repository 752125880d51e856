package org.upstander.scenarios.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.pattern.Crowd;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.Likeness;
import org.upstander.alert.domain.pattern.PatternKind;
import org.upstander.alert.domain.pattern.Person;
import org.upstander.alert.domain.pattern.Sighting;
import org.upstander.alert.domain.pattern.WorkingHours;
import org.upstander.scenarios.story.Staff;
import org.upstander.scenarios.story.Story;

/** Looks into the rows, as queries would; made anew from them after a restart. */
final class Recall {

    private final Story story;
    private final Rows rows;
    private final Map<String, TreeSet<Sighting>> byPerson = new HashMap<>();
    private final Map<String, TreeSet<Sighting>> byAuthor = new HashMap<>();
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private final Map<String, List<Crowd.Alike>> alike = new HashMap<>();

    Recall(Story story, Rows rows) {
        this.story = story;
        this.rows = rows;
        rows.assessed.values().forEach(this::add);
    }

    void add(Rows.Assessed row) {
        Assessment assessment = row.assessment();
        Sighting sighting = Sighting.of(assessment, row.recordedAt());
        byPerson.computeIfAbsent(assessment.staffId(), Recall::byTime).add(sighting);
        byAuthor.computeIfAbsent(pair(assessment.staffId(), sighting.author()), Recall::byTime)
                .add(sighting);
        firstSeen.merge(sighting.author(), sighting.at(), (a, b) -> a.isBefore(b) ? a : b);
        if (sighting.isAttack()) {
            for (String mark : Likeness.marks(assessment.post().text())) {
                alike.computeIfAbsent(assessment.staffId(), id -> new ArrayList<>())
                        .add(
                                new Crowd.Alike(
                                        assessment.id(),
                                        sighting.author(),
                                        sighting.source(),
                                        mark));
            }
        }
    }

    /** What is known of an author and a person. */
    Encounter encounter(String staffId, String author, Instant now) {
        List<Sighting> seen = by(staffId, author, now);
        return new Encounter(
                person(staffId),
                seen,
                acts(author, now),
                rows.attempts.stream()
                        .filter(
                                one ->
                                        one.author().equals(author)
                                                && one.what().staff().equals(staffId))
                        .map(Rows.Tried::attempt)
                        .toList(),
                told(staffId, author));
    }

    private Map<PatternKind, Encounter.Told> told(String staffId, String author) {
        return rows.toldRuns.stream()
                .filter(run -> run.newest().staffId().equals(staffId))
                .filter(run -> run.newest().author().equals(author))
                .sorted(Comparator.comparing(Rows.ToldRun::newest, Sighting.BY_TIME))
                .collect(
                        Collectors.toMap(
                                Rows.ToldRun::pattern,
                                run -> Encounter.Told.of(run.newest()),
                                (older, newer) -> newer));
    }

    /** When an author wrote about others of the staff than this one, of late. */
    List<Instant> elsewhere(String staffId, String author, Instant now) {
        return story.staff().stream()
                .map(Staff::id)
                .filter(id -> !id.equals(staffId))
                .flatMap(id -> by(id, author, now).stream())
                .filter(one -> !one.spam())
                .map(Sighting::at)
                .toList();
    }

    /** Everything that an author wrote about a person, of late. */
    List<Sighting> by(String staffId, String author, Instant now) {
        List<Sighting> all =
                of(byAuthor.get(pair(staffId, author)), now.minus(Rules.PATTERNS.horizon()));
        return all.subList(Math.max(0, all.size() - Rules.PATTERNS.most()), all.size());
    }

    /** Everything about a person, of late. */
    List<Sighting> about(String staffId, Instant now) {
        return of(byPerson.get(staffId), now.minus(Rules.PATTERNS.horizon()));
    }

    /** Who attacked a person around then. */
    Crowd crowd(String staffId, Instant at) {
        List<Sighting> attacks =
                of(byPerson.get(staffId), at.minus(Rules.WINDOW)).stream()
                        .filter(Sighting::isAttack)
                        .filter(one -> one.at().isBefore(at.plus(Rules.WINDOW)))
                        .toList();
        Set<String> newcomers =
                attacks.stream()
                        .filter(
                                one ->
                                        firstSeen
                                                .get(one.author())
                                                .plus(Rules.PATTERNS.newcomer())
                                                .isAfter(one.at()))
                        .map(Sighting::author)
                        .collect(Collectors.toCollection(HashSet::new));
        return new Crowd(
                staffId, attacks, newcomers, Set.of(), alike.getOrDefault(staffId, List.of()));
    }

    Person person(String staffId) {
        Staff staff = story.member(staffId);
        return new Person(
                staffId,
                WorkingHours.of(staff.hours(), staff.zone() == null ? story.zone() : staff.zone()),
                staff.leastAttack());
    }

    /** Against this account, and against those of which it is another one. */
    private List<Encounter.Act> acts(String author, Instant now) {
        Map<String, String> links = new HashMap<>();
        for (Story.Account account : story.accounts()) {
            if (Assessments.authorKey(account.id(), account.source()).equals(author)) {
                links.put(
                        Assessments.authorKey(account.also(), account.firstSource()),
                        account.why());
            }
        }
        return rows.acts.stream()
                .filter(one -> one.author().equals(author) || links.containsKey(one.author()))
                .filter(one -> !one.act().at().isAfter(now))
                .map(
                        one ->
                                new Encounter.Act(
                                        one.act().action(),
                                        one.act().byStaffId(),
                                        one.act().at(),
                                        links.get(one.author())))
                .toList();
    }

    private static List<Sighting> of(TreeSet<Sighting> sightings, Instant since) {
        return sightings == null
                ? List.of()
                : sightings.stream().filter(one -> one.at().isAfter(since)).toList();
    }

    private static TreeSet<Sighting> byTime(String key) {
        return new TreeSet<>(Sighting.BY_TIME);
    }

    private static String pair(String staffId, String author) {
        return staffId + " " + author;
    }
}
