package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.upstander.alert.domain.Grouping.Change;
import org.upstander.alert.domain.Grouping.Known;
import org.upstander.alert.domain.Grouping.Member;

/** What holds of grouping whatever comes. */
class GroupingPropertiesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(24);

    @Provide
    Arbitrary<List<Assessment>> attacks() {
        return Combinators.combine(
                        Arbitraries.of("s1", "s2"),
                        Arbitraries.of("a1", "a2", "a3", "a4"),
                        Arbitraries.of("t1", "t2", "t3", null),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(-100, 100),
                        Arbitraries.integers().between(1, 4))
                .as(Sample::new)
                .list()
                .ofMaxSize(30)
                .map(GroupingPropertiesTest::number);
    }

    private record Sample(
            String staff, String author, String thread, int post, int hours, int severity) {}

    private static List<Assessment> number(List<Sample> samples) {
        List<Assessment> attacks = new ArrayList<>();
        for (Sample sample : samples) {
            attacks.add(attack("as" + attacks.size(), sample));
        }
        return attacks;
    }

    private static Assessment attack(String id, Sample sample) {
        return new Assessment(
                id,
                sample.staff(),
                new Assessment.Post(
                        "p" + sample.post(),
                        id,
                        "forum",
                        "p" + sample.post(),
                        new Author(sample.author(), null, null),
                        sample.thread(),
                        null,
                        null,
                        NOON.plus(Duration.ofHours(sample.hours())),
                        "text",
                        null),
                Verdict.ATTACK,
                sample.severity(),
                0.9,
                List.of("insult"),
                "name",
                List.of(),
                false,
                null,
                "m",
                NOON,
                null);
    }

    @Property
    void everyAttackIsInExactlyOneIncidentOfItsStaff(@ForAll("attacks") List<Assessment> attacks) {
        List<Change> changes = Grouping.group(Known.NOTHING, attacks, NOON, WINDOW);

        assertThat(changes.stream().flatMap(change -> change.attacks().stream()))
                .containsExactlyInAnyOrderElementsOf(attacks);
        assertThat(changes)
                .allSatisfy(
                        change ->
                                assertThat(change.attacks())
                                        .allMatch(
                                                attack ->
                                                        attack.staffId()
                                                                .equals(
                                                                        change.incident()
                                                                                .staffId())));
    }

    @Property
    void noGroupHasTwoIncidents(@ForAll("attacks") List<Assessment> attacks) {
        List<Change> changes = Grouping.group(Known.NOTHING, attacks, NOON, WINDOW);

        List<GroupKey> owned =
                changes.stream().flatMap(change -> change.groups().keySet().stream()).toList();
        assertThat(owned).doesNotHaveDuplicates();
        assertThat(changes).allMatch(Change::opened);
    }

    @Property
    void countsAndSeverityAreThoseOfTheAttacks(@ForAll("attacks") List<Assessment> attacks) {
        for (Change change : Grouping.group(Known.NOTHING, attacks, NOON, WINDOW)) {
            Incident incident = change.incident();
            assertThat(incident.postCount())
                    .isEqualTo(
                            change.attacks().stream()
                                    .map(attack -> attack.post().id())
                                    .distinct()
                                    .count());
            assertThat(incident.authorCount())
                    .isEqualTo(
                            change.attacks().stream()
                                    .map(attack -> attack.post().author().id())
                                    .distinct()
                                    .count());
            assertThat(incident.severity())
                    .isEqualTo(
                            change.attacks().stream()
                                    .mapToInt(Assessment::severity)
                                    .max()
                                    .orElseThrow());
            assertThat(incident.lastActivityAt()).isBetween(NOON.minus(WINDOW), NOON);
        }
    }

    /** Batches are cut where the broker likes: the incidents must not depend on it. */
    @Property
    void batchesOfAnySizeGiveTheSameIncidents(
            @ForAll("attacks") List<Assessment> attacks,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 10) int size) {
        List<Incident> atOnce =
                Grouping.group(Known.NOTHING, attacks, NOON, WINDOW).stream()
                        .map(Change::incident)
                        .toList();

        Known known = Known.NOTHING;
        for (int at = 0; at < attacks.size(); at += size) {
            List<Assessment> batch = attacks.subList(at, Math.min(at + size, attacks.size()));
            known = after(known, Grouping.group(known, batch, NOON, WINDOW));
        }

        assertThat(known.live()).containsExactlyInAnyOrderElementsOf(atOnce);
    }

    /** What the store would know after the changes. */
    private static Known after(Known known, List<Change> changes) {
        Map<String, Incident> live =
                new HashMap<>(
                        known.live().stream()
                                .collect(Collectors.toMap(Incident::id, incident -> incident)));
        Map<GroupKey, String> owners = new HashMap<>(known.owners());
        Set<Member> members = new HashSet<>(known.members());
        for (Change change : changes) {
            String id = change.incident().id();
            live.put(id, change.incident());
            change.groups().keySet().forEach(group -> owners.put(group, id));
            for (Assessment attack : change.attacks()) {
                members.add(new Member(id, attack.post().id()));
                members.add(new Member(id, attack.post().author().key("forum")));
            }
        }
        return new Known(List.copyOf(live.values()), owners, members);
    }
}
