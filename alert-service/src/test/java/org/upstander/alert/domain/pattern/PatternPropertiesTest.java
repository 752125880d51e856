package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.DANA;
import static org.upstander.alert.domain.pattern.PostBuilder.NOON;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.upstander.alert.domain.pattern.Encounter.Act;
import org.upstander.alert.domain.pattern.Encounter.Attempt;

/** What holds of patterns, whoever writes whatever in whichever order. */
class PatternPropertiesTest extends AnyHistory {

    private final Retaliation retaliation = new Retaliation(Retaliation.Settings.USUAL);
    private final Persistence persistence =
            new Persistence(new Persistence.Settings(DAY.multipliedBy(9), 4, 2, 2, 2, 2));
    private final OffHours offHours =
            new OffHours(new OffHours.Settings(DAY.multipliedBy(9), 2, 0.5, 4, 2));
    private final Approach approach = new Approach(Approach.Settings.USUAL);
    private final Brewing brewing = Brewing.ofAuthor(Brewing.Settings.AUTHOR);

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of("ban", "warn", "remove-post"),
                        Arbitraries.of("cm-07", "cm-08").injectNull(0.3),
                        Arbitraries.longs().between(-MONTH, MONTH),
                        Arbitraries.of("the same link").injectNull(0.8))
                .as(
                        (action, by, minute, link) ->
                                new Act(action, by, NOON.plus(Duration.ofMinutes(minute)), link))
                .list()
                .ofMaxSize(5);
    }

    @Property
    void riskIsAProbabilityThatOnlyFalls(
            @ForAll("acts") List<Act> acts,
            @ForAll @LongRange(min = 0, max = 200L * 86_400) long early,
            @ForAll @LongRange(min = 0, max = 200L * 86_400) long later) {
        for (Act act : acts) {
            double first = retaliation.risk(act, act.at().plusSeconds(early));

            assertThat(first).isBetween(0.0, act.byStaffId() == null ? 0.5 : 1.0);
            assertThat(retaliation.risk(act, act.at().plusSeconds(early + later)))
                    .isLessThanOrEqualTo(first);
            assertThat(retaliation.risk(act, act.at().minusMillis(1 + early))).isZero();
        }
    }

    @Property(tries = 300)
    void findingsOfAnAuthorAreTheSameInWhateverOrderPostsCome(
            @ForAll("posts") List<Sighting> posts,
            @ForAll("acts") List<Act> acts,
            @ForAll Random random) {
        Encounter inOrder = new Encounter(DANA, posts, acts, List.of());
        Encounter late =
                new Encounter(DANA, shuffled(posts, random), shuffled(acts, random), List.of());

        for (Sighting post : posts) {
            assertSame(retaliation::find, inOrder, late, post);
            assertSame(persistence::find, inOrder, late, post);
            assertSame(offHours::find, inOrder, late, post);
        }
        assertThat(brewing.alarms(late.sightings())).isEqualTo(brewing.alarms(posts));
    }

    private static <T> void assertSame(
            BiFunction<Encounter, Sighting, T> find,
            Encounter one,
            Encounter other,
            Sighting post) {
        assertThat(find.apply(other, post)).isEqualTo(find.apply(one, post));
    }

    /** Whoever is part of a run is told of the same run as everybody else in it. */
    @Property(tries = 300)
    void aRunIsFoundFromEachOfItsPosts(@ForAll("posts") List<Sighting> posts) {
        Encounter all = new Encounter(DANA, posts, List.of(), List.of());

        for (Sighting post : posts) {
            persistence
                    .find(all, post)
                    .ifPresent(
                            found ->
                                    assertThat(found.made())
                                            .contains(post.id())
                                            .doesNotHaveDuplicates()
                                            .allSatisfy(
                                                    id ->
                                                            assertThat(
                                                                            persistence.find(
                                                                                    all,
                                                                                    named(
                                                                                            posts,
                                                                                            id)))
                                                                    .contains(found)));
        }
    }

    private static Sighting named(List<Sighting> posts, String id) {
        return posts.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @Property
    void alarmsAreApartAndOfNoAttackAndOfSeveralPosts(@ForAll("posts") List<Sighting> posts) {
        List<String> made = new ArrayList<>();
        for (Finding alarm : brewing.alarms(posts)) {
            assertThat(alarm.made()).hasSizeGreaterThanOrEqualTo(3);
            made.addAll(alarm.made());
        }

        assertThat(made).doesNotHaveDuplicates();
        assertThat(made).allSatisfy(id -> assertThat(named(posts, id).isAttack()).isFalse());
        assertThat(made.stream().map(id -> named(posts, id).at()).toList()).isSorted();
    }

    @Property
    void nothingBelowTheAllowanceEverBrews(
            @ForAll("posts") List<Sighting> posts, @ForAll @DoubleRange(max = 0.34) double level) {
        List<Sighting> below =
                IntStream.range(0, posts.size())
                        .mapToObj(
                                i ->
                                        post(i).at(posts.get(i).at())
                                                .scoring(Math.min(level, posts.get(i).score()))
                                                .seen())
                        .toList();

        assertThat(brewing.alarms(below)).isEmpty();
    }

    @Property
    void noPostBrewsByItself(@ForAll @DoubleRange(max = 1) double score) {
        assertThat(brewing.alarms(List.of(post(0).scoring(score).seen()))).isEmpty();
        assertThat(
                        Brewing.ofCrowd(Brewing.Settings.CROWD)
                                .alarms(List.of(post(0).scoring(score).seen())))
                .isEmpty();
    }

    @Property
    void anApproachIsTheSameInWhateverOrderAndHoweverOftenItIsTold(
            @ForAll("acts") List<Act> acts,
            @ForAll @IntRange(max = 4) int attempts,
            @ForAll Random random) {
        List<Attempt> told =
                IntStream.range(0, attempts)
                        .mapToObj(
                                i ->
                                        new Attempt(
                                                "si-" + i,
                                                i == 3 ? "call" : "follow",
                                                i != 1,
                                                NOON.minus(DAY.multipliedBy(10L * i))))
                        .toList();
        List<Attempt> again = new ArrayList<>(told);
        again.addAll(told);

        assertThat(
                        approach.find(
                                new Encounter(
                                        DANA,
                                        List.of(),
                                        shuffled(acts, random),
                                        shuffled(again, random)),
                                NOON))
                .isEqualTo(approach.find(new Encounter(DANA, List.of(), acts, told), NOON));
    }
}
