package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.pattern.MergeOfMany.Candidate;
import org.upstander.alert.domain.pattern.MergeOfMany.Merge;

class MergeOfManyTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final IncidentState OPEN = new IncidentState.Open();
    private static final IncidentState ACKNOWLEDGED = new IncidentState.Acknowledged(NOON, "Lea");
    private static final IncidentState RESOLVED = new IncidentState.Resolved(NOON, "Lea", null);

    @Example
    void thePileOnTakesInTheSinglesBeforeItTheOldestFirst() {
        Incident pileOn = incident("p", OPEN, Set.of("pile-on"), 1, 1, 40);
        Incident first = incident("b", OPEN, Set.of(), 1, 1, 10);
        Incident second = incident("a", ACKNOWLEDGED, Set.of(), 2, 1, 20);

        assertThat(decide(whole(second), whole(pileOn), whole(first)))
                .contains(new Merge(pileOn, List.of(first, second)));
    }

    @Example
    void whereTheyAreAllInOneNothingIsMerged() {
        assertThat(decide(whole(incident("p", OPEN, Set.of("pile-on"), 9, 8, 0)))).isEmpty();
        assertThat(decide(whole(incident("a", OPEN, Set.of(), 1, 1, 0)))).isEmpty();
        assertThat(decide()).isEmpty();
    }

    @Example
    void whoeverHasACaseOfTheirOwnKeepsIt() {
        Candidate pileOn = whole(incident("p", OPEN, Set.of("pile-on"), 9, 8, 40));
        Incident longer = incident("a", OPEN, Set.of(), 5, 1, 0);

        assertThat(decide(pileOn, new Candidate(longer, 1, Set.of()))).isEmpty();
        assertThat(decide(pileOn, whole(incident("a", OPEN, Set.of("retaliation"), 1, 1, 0))))
                .isEmpty();
        assertThat(decide(pileOn, whole(incident("a", RESOLVED, Set.of(), 1, 1, 0)))).isEmpty();
    }

    @Example
    void whatPeopleTookApartStaysApart() {
        Candidate pileOn = whole(incident("p", OPEN, Set.of("pile-on"), 9, 8, 40));
        Incident part = incident("a", OPEN, Set.of(), 1, 1, 50);

        assertThat(decide(pileOn, new Candidate(part, 1, Set.of("p")))).isEmpty();
        assertThat(decide(pileOn, new Candidate(part, 1, Set.of("other")))).isPresent();
    }

    @Example
    void whatWasQuietForLongerThanTheWindowIsAnotherCase() {
        Incident pileOn = incident("p", OPEN, Set.of("campaign"), 9, 8, 1440);

        assertThat(
                        MergeOfMany.decide(
                                PatternKind.CAMPAIGN,
                                List.of(
                                        whole(pileOn),
                                        whole(incident("a", OPEN, Set.of(), 1, 1, 0)),
                                        whole(incident("b", OPEN, Set.of(), 1, 1, -1))),
                                WINDOW))
                .map(merge -> merge.from().stream().map(Incident::id).toList())
                .contains(List.of("a"));
    }

    @Example
    void aSingleAuthorsIncidentTakesNoCrowdIn() {
        Incident pileOn = incident("p", OPEN, Set.of("pile-on"), 9, 8, 40);
        Incident busy = incident("a", OPEN, Set.of("pile-on"), 100, 1, 0);
        Incident stalked = incident("b", OPEN, Set.of("persistence", "pile-on"), 9, 20, 0);

        assertThat(decide(new Candidate(busy, 3, Set.of()), whole(pileOn))).isEmpty();
        assertThat(decide(new Candidate(stalked, 3, Set.of()), whole(pileOn))).isEmpty();
        assertThat(decide(whole(busy), whole(pileOn))).contains(new Merge(pileOn, List.of(busy)));
    }

    @Property(tries = 500)
    void inWhateverOrderTheyComeItIsTheSame(
            @ForAll("candidates") List<Candidate> candidates, @ForAll Random random) {
        List<Candidate> other = new ArrayList<>(candidates);
        Collections.shuffle(other, random);

        assertThat(decide(other)).isEqualTo(decide(candidates));
    }

    /** A batch that comes again finds nothing to do. */
    @Property(tries = 500)
    void onceItIsDoneNothingIsLeftToDo(@ForAll("candidates") List<Candidate> candidates) {
        Optional<Merge> merge = decide(candidates);
        if (merge.isEmpty()) {
            return;
        }
        List<Candidate> after = new ArrayList<>();
        int posts = 0;
        for (Candidate one : candidates) {
            if (merge.get().from().contains(one.incident())) {
                posts += one.posts();
            } else if (!one.incident().equals(merge.get().into())) {
                after.add(one);
            }
        }
        Candidate into =
                candidates.stream()
                        .filter(one -> one.incident().equals(merge.get().into()))
                        .findFirst()
                        .orElseThrow();
        Incident grown = taking(merge.get(), into.incident().postCount() + posts);
        after.add(new Candidate(grown, into.posts() + posts, into.related()));

        assertThat(decide(after)).isEmpty();
    }

    @Property(tries = 500)
    void noPostOfAnotherCaseIsEverTaken(@ForAll("candidates") List<Candidate> candidates) {
        List<Incident> taken = decide(candidates).map(Merge::from).orElse(List.of());

        assertThat(candidates)
                .filteredOn(one -> taken.contains(one.incident()))
                .allMatch(one -> one.posts() == one.incident().postCount())
                .allMatch(one -> !one.incident().isResolved())
                .allMatch(
                        one ->
                                Set.of("pile-on", "campaign")
                                        .containsAll(one.incident().patterns()));
    }

    private static Incident taking(Merge merge, int posts) {
        Incident into = merge.into();
        int authors =
                into.authorCount() + merge.from().stream().mapToInt(Incident::authorCount).sum();
        return into.takingIn(
                merge.from(),
                new Incident.Content(2, into.categories(), into.sources(), posts, authors));
    }

    private static Optional<Merge> decide(Candidate... candidates) {
        return decide(List.of(candidates));
    }

    private static Optional<Merge> decide(List<Candidate> candidates) {
        return MergeOfMany.decide(PatternKind.PILE_ON, candidates, WINDOW);
    }

    private static Candidate whole(Incident incident) {
        return new Candidate(incident, incident.postCount(), Set.of());
    }

    private static Incident incident(
            String id,
            IncidentState state,
            Set<String> patterns,
            int posts,
            int authors,
            int minute) {
        Instant at = NOON.plus(Duration.ofMinutes(minute));
        return new Incident(
                id,
                "cm-07",
                state,
                2,
                new TreeSet<>(Set.of("insult")),
                new TreeSet<>(Set.of("forum")),
                new TreeSet<>(patterns),
                posts,
                authors,
                at,
                at);
    }

    @Provide
    Arbitrary<List<Candidate>> candidates() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e", "f"),
                        Arbitraries.of(OPEN, OPEN, OPEN, ACKNOWLEDGED, RESOLVED),
                        Arbitraries.of(
                                Set.<String>of(),
                                Set.<String>of(),
                                Set.of("pile-on"),
                                Set.of("campaign", "pile-on"),
                                Set.of("persistence", "pile-on")),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 3000),
                        Arbitraries.of(Set.<String>of(), Set.<String>of(), Set.of("a", "b")))
                .as(
                        (id, state, patterns, posts, others, minute, related) ->
                                new Candidate(
                                        incident(id, state, patterns, posts, 1, minute),
                                        Math.min(posts, others),
                                        related))
                .list()
                .uniqueElements(one -> one.incident().id())
                .ofMaxSize(6);
    }
}
