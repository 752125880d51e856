package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.NOON;
import static org.upstander.alert.domain.pattern.PostBuilder.encounter;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Encounter.Act;
import org.upstander.alert.domain.pattern.Encounter.Told;

/** One author who does not let go: 15 posts on 5 days in 5 threads, or 3 after being told to. */
class PersistenceTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Persistence persistence = new Persistence(Persistence.Settings.USUAL);

    @ParameterizedTest
    @CsvSource({"15,5,5,true", "14,5,5,false", "15,4,5,false", "15,5,4,false", "40,4,40,false"})
    void itTakesPostsAndDaysAndThreads(int posts, int days, int threads, boolean enough) {
        List<Sighting> seen = spread(posts, days, threads);

        assertThat(find(seen, seen.get(0)).isPresent()).isEqualTo(enough);
        assertThat(find(seen, seen.get(posts - 1)).isPresent()).isEqualTo(enough);
    }

    @Test
    void itSaysHowManyAndNamesThemAll() {
        List<Sighting> seen = spread(15, 5, 5);

        assertThat(find(seen, seen.get(7)))
                .contains(
                        Finding.of(
                                PatternKind.PERSISTENCE,
                                1,
                                "Persistence: one author, 15 posts on 5 days in 5 threads",
                                seen));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void anAttackMakesItWeighMoreAndCriticismAndThanksDoNotCount(Verdict verdict) {
        List<Sighting> seen = new ArrayList<>(spread(14, 5, 5));
        seen.add(post(14).saying(verdict).seen());

        assertThat(find(seen, seen.get(0)).map(Finding::severity))
                .isEqualTo(
                        switch (verdict) {
                            case NEUTRAL -> Optional.of(1);
                            case ATTACK -> Optional.of(2);
                            case CRITICISM, SUPPORTIVE -> Optional.empty();
                        });
    }

    @Test
    void editsAndSpamAreNoOtherPosts() {
        List<Sighting> seen = new ArrayList<>(spread(14, 5, 5));
        seen.add(post(14).spam().seen());
        for (int i = 0; i < 20; i++) {
            seen.add(post(20 + i).editOf(post(0)).after(DAY.multipliedBy(i % 9)).seen());
        }

        assertThat(find(seen, seen.get(0))).isEmpty();
    }

    @Test
    void aPlaceWithoutThreadsIsNoThread() {
        List<Sighting> seen =
                IntStream.range(0, 30)
                        .mapToObj(i -> post(i).in(null).after(DAY.multipliedBy(i % 10)).seen())
                        .toList();

        assertThat(find(seen, seen.get(0))).isEmpty();
    }

    /** Five evenings in Berlin, of which two are one day in London. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin,true", "Europe/London,false"})
    void daysAreThoseOfThePerson(String zone, boolean enough) {
        List<String> days =
                List.of(
                        "2026-11-02T22:30:00Z",
                        "2026-11-02T23:30:00Z",
                        "2026-11-04T12:00:00Z",
                        "2026-11-05T12:00:00Z",
                        "2026-11-06T12:00:00Z");
        List<Sighting> seen =
                IntStream.range(0, 15)
                        .mapToObj(i -> post(i).in("t" + i).at(days.get(i % 5)).seen())
                        .toList();
        Person person = new Person("cm-07", WorkingHours.of(null, ZoneId.of(zone)), 0.6);

        assertThat(
                        persistence
                                .find(
                                        new Encounter(person, seen, List.of(), List.of()),
                                        seen.get(0))
                                .isPresent())
                .isEqualTo(enough);
    }

    /** A post that is exactly as old as the window is long is not in it. */
    @ParameterizedTest
    @CsvSource({"P14D,false", "P13DT23H59M59S,true"})
    void itIsCountedWithinTwoWeeks(Duration from, boolean enough) {
        List<Sighting> seen = new ArrayList<>(spread(14, 5, 5));
        Sighting last = post(14).after(from).seen();
        seen.add(last);

        assertThat(find(seen, last).isPresent()).isEqualTo(enough);
    }

    /** Fourteen posts on four days in four threads, and three weeks later so many. */
    @ParameterizedTest
    @CsvSource({"15,5,5,true", "5,5,5,false", "15,2,5,false", "15,5,2,false"})
    void whatIsForgottenCountsForNothing(int posts, int days, int threads, boolean enough) {
        List<Sighting> seen = new ArrayList<>(spread(14, 4, 4));
        for (Sighting one : spread(posts, days, threads)) {
            seen.add(
                    post("later-" + one.id())
                            .in("later-" + one.thread())
                            .at(one.at().plus(DAY.multipliedBy(21)))
                            .seen());
        }

        assertThat(find(seen, seen.get(seen.size() - 1)).isPresent()).isEqualTo(enough);
    }

    @Test
    void itIsSaidOnceAndThenBeginsAnew() {
        List<Sighting> seen = thriceADay(29);

        assertThat(find(seen, seen.get(14))).isPresent();
        assertThat(find(seen, seen.get(15))).isEmpty();
        assertThat(find(seen, seen.get(28))).isEmpty();

        List<Sighting> more = thriceADay(30);
        assertThat(find(more, more.get(14))).get().returns(15, PersistenceTest::size);
        assertThat(find(more, more.get(29))).get().returns(15, PersistenceTest::size);
        assertThat(find(more, more.get(29)).orElseThrow().made())
                .doesNotContainAnyElementsOf(find(more, more.get(14)).orElseThrow().made());
    }

    /** Thirty days of three posts a day: those that are out of sight shift nothing. */
    @Test
    void whatSomebodyWasToldOfMakesNoOtherRun() {
        List<Sighting> seen = thriceADay(29);
        Map<PatternKind, Told> told = Map.of(PatternKind.PERSISTENCE, Told.of(seen.get(14)));

        for (int gone = 0; gone < 15; gone++) {
            List<Sighting> left = seen.subList(gone, 29);
            Sighting last = left.get(left.size() - 1);
            assertThat(
                            persistence.find(
                                    new Encounter(
                                            PostBuilder.DANA, left, List.of(), List.of(), told),
                                    last))
                    .isEmpty();
        }
    }

    @Test
    void whatSomebodyWasToldOfAnotherPatternIsNoneOfIt() {
        List<Sighting> seen = thriceADay(15);
        Map<PatternKind, Told> other = Map.of(PatternKind.OFF_HOURS, Told.of(seen.get(3)));

        assertThat(
                        persistence.find(
                                new Encounter(PostBuilder.DANA, seen, List.of(), List.of(), other),
                                seen.get(14)))
                .isPresent();
    }

    @Test
    void oneOfAThingIsWrittenAsOne() {
        Persistence strict = new Persistence(new Persistence.Settings(DAY, 1, 1, 1, 1, 1));
        Sighting only = post(0).seen();

        assertThat(strict.find(encounter(List.of(only)), only))
                .get()
                .returns("Persistence: one author, 1 post on 1 day in 1 thread", Finding::reason);
        assertThat(
                        strict.find(
                                encounter(
                                        List.of(only),
                                        new Act("warn", "cm-07", NOON.minusSeconds(1), null)),
                                only))
                .get()
                .returns("Persistence: 1 post after being asked to stop", Finding::reason);
    }

    private static int size(Finding finding) {
        return finding.made().size();
    }

    private Optional<Finding> find(List<Sighting> seen, Sighting post, Act... acts) {
        return persistence.find(encounter(seen, acts), post);
    }

    private static List<Sighting> thriceADay(int posts) {
        return IntStream.range(0, posts)
                .mapToObj(
                        i -> post(i).in("t" + i % 5).after(DAY.dividedBy(3).multipliedBy(i)).seen())
                .toList();
    }

    private static List<Sighting> spread(int posts, int days, int threads) {
        return IntStream.range(0, posts)
                .mapToObj(
                        i ->
                                post(i).in("t" + i % threads)
                                        .after(DAY.multipliedBy(i % days).plusSeconds(i))
                                        .seen())
                .sorted(Sighting.BY_TIME)
                .toList();
    }
}
