package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.NOON;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.domain.Verdict;

/** A slow rise calls once, a level never. */
class BrewingTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HALF_LIFE = Brewing.Settings.AUTHOR.halfLife();
    private static final double HOT = 0.44;

    private final Brewing author = Brewing.ofAuthor(Brewing.Settings.AUTHOR);
    private final Brewing crowd = Brewing.ofCrowd(Brewing.Settings.CROWD);

    static Stream<Arguments> ramps() {
        return IntStream.of(7, 10, 16, 20, 30, 60)
                .boxed()
                .flatMap(
                        posts ->
                                Stream.of("PT1M", "PT1H", "PT12H", "P1D", "P2D", "P3D")
                                        .map(Duration::parse)
                                        .map(span -> Arguments.of(posts, span)));
    }

    @ParameterizedTest
    @MethodSource("ramps")
    void aRampCallsOnceHoweverLongItIsAndHoweverSlow(int posts, Duration between) {
        List<Sighting> ramp =
                posts(
                        between,
                        IntStream.range(0, posts)
                                .mapToDouble(i -> 0.3 + 0.15 * i / (posts - 1))
                                .toArray());

        assertThat(author.alarms(ramp))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.made()).hasSizeGreaterThan(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT8.64S", "PT1H", "P1D", "P7D"})
    void aLevelNeverCallsHoweverManyPostsThereAre(Duration between) {
        List<Sighting> steady =
                posts(between, IntStream.range(0, 30_000).mapToDouble(i -> 0.3).toArray());

        assertThat(author.alarms(steady)).isEmpty();
        assertThat(crowd.alarms(steady)).isEmpty();
    }

    /** Ten thousand posts a day: the crowd's bar is made for that, an author's for fewer. */
    @ParameterizedTest
    @CsvSource({"0.04,true", "0.1,false"})
    void aLevelWithNoiseNeverCalls(double noise, boolean byOneAuthor) {
        Random random = new Random(6);
        List<Sighting> noisy =
                posts(
                        Duration.ofMillis(8_640),
                        IntStream.range(0, 30_000)
                                .mapToDouble(i -> 0.3 + noise * (2 * random.nextDouble() - 1))
                                .toArray());

        assertThat((byOneAuthor ? author : crowd).alarms(noisy)).isEmpty();
    }

    @Test
    void oneHotPostDoesNotCall() {
        assertThat(author.alarms(posts(DAY, 0.59))).isEmpty();
        assertThat(crowd.alarms(posts(DAY, 0.59))).isEmpty();
    }

    /** 0.10, 0.20, 0.30 at once. */
    @Test
    void threeHotPostsCallAndSayHowMany() {
        assertThat(author.alarms(posts(Duration.ZERO, HOT, HOT))).isEmpty();
        assertThat(author.alarms(posts(Duration.ofMinutes(20), HOT, HOT, HOT)))
                .containsExactly(
                        new Finding(
                                PatternKind.BREWING,
                                2,
                                "Brewing: 3 posts by one author within 40 minutes come nearer to an attack, none of them is one yet",
                                List.of("a00000", "a00001", "a00002")));
    }

    /** With thresholds that a binary fraction holds: 0.25, 0.25 = 0.125 + 0.125, 0.2578125. */
    @Test
    void theSumHalvesAndHasToBeBeyondTheDecision() {
        Brewing brewing = Brewing.ofAuthor(new Brewing.Settings(0.25, 0.25, 0.5, DAY));
        List<Sighting> posts = new ArrayList<>(posts(DAY, 0.9, 0.375));

        assertThat(brewing.alarms(posts)).isEmpty();

        posts.add(post(2).at(NOON.plus(DAY)).scoring(0.2578125).seen());
        assertThat(brewing.alarms(posts))
                .singleElement()
                .returns(List.of("a00000", "a00001", "a00002"), Finding::made);
    }

    @ParameterizedTest
    @CsvSource({"P1D,3", "P2D,3", "P5D,4", "P6D,4", "PT156H,5", "P7D,0"})
    void whatIsLongAgoIsForgotten(Duration between, int posts) {
        assertThat(
                        author.alarms(posts(between, hot(30))).stream()
                                .mapToInt(alarm -> alarm.made().size())
                                .sum())
                .isEqualTo(posts);
    }

    @Test
    void attacksAndSpamDoNotCount() {
        List<Sighting> posts = new ArrayList<>(posts(Duration.ZERO, HOT, HOT));
        posts.add(post(2).attack(2).scoring(0.95).seen());
        posts.add(post(3).scoring(HOT).spam().seen());

        assertThat(author.alarms(posts)).isEmpty();

        posts.add(post(4).scoring(HOT).seen());
        assertThat(author.alarms(posts))
                .singleElement()
                .returns(List.of("a00000", "a00001", "a00004"), Finding::made);
    }

    @Test
    void onePostThatIsEditedAgainAndAgainIsOne() {
        PostBuilder first = post(0).scoring(HOT);
        List<Sighting> edits =
                IntStream.range(0, 20)
                        .mapToObj(
                                i ->
                                        post(i).editOf(first)
                                                .after(Duration.ofMinutes(i))
                                                .scoring(HOT)
                                                .seen())
                        .toList();

        assertThat(author.alarms(edits)).isEmpty();
    }

    @Test
    void ofAPostThatWasEditedTheWorstRevisionCounts() {
        PostBuilder mild = post(9).scoring(0.2);
        List<Sighting> posts = new ArrayList<>(posts(Duration.ZERO, HOT, HOT));
        posts.add(mild.seen());
        posts.add(post(7).editOf(mild).after(Duration.ofHours(1)).scoring(HOT).seen());
        posts.add(post(8).editOf(mild).after(Duration.ofHours(2)).scoring(0.1).seen());

        assertThat(author.alarms(posts))
                .singleElement()
                .returns(List.of("a00000", "a00001", "a00007"), Finding::made);
    }

    /** Also where the bar was lower then, as it is for juniors. */
    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.4})
    void aPostThatWasAnAttackBeforeItWasEditedIsNoneOfIt(double score) {
        PostBuilder attack = post(9).attack(2).scoring(score);
        List<Sighting> posts = new ArrayList<>(posts(Duration.ZERO, HOT, HOT));
        posts.add(attack.seen());
        posts.add(post(7).editOf(attack).after(Duration.ofHours(1)).scoring(HOT).seen());

        assertThat(author.alarms(posts)).isEmpty();
    }

    @Test
    void aRevisionThatIsSpamDoesNotHideAnother() {
        PostBuilder hot = post(9).scoring(HOT);
        List<Sighting> posts = new ArrayList<>(posts(Duration.ZERO, HOT, HOT));
        posts.add(hot.seen());
        posts.add(post(7).editOf(hot).scoring(0.59).spam().seen());

        assertThat(author.alarms(posts)).hasSize(1);
    }

    @Test
    void whatWasBeforeTheRiseIsNotPartOfIt() {
        assertThat(author.alarms(posts(DAY, 0.02, 0.3, HOT, HOT, HOT)))
                .singleElement()
                .returns(List.of("a00002", "a00003", "a00004"), Finding::made);
    }

    @Test
    void whoeverGoesOnCallsOnceUntilThereWasACalm() {
        assertThat(author.alarms(posts(DAY, hot(60)))).hasSize(1);
        assertThat(author.alarms(posts(DAY, HOT, HOT, HOT, 0.1, HOT, HOT, HOT)))
                .extracting(Finding::made)
                .containsExactly(
                        List.of("a00000", "a00001", "a00002"),
                        List.of("a00004", "a00005", "a00006"));
    }

    @ParameterizedTest
    @CsvSource({"0,2", "-1,1"})
    void aHalfLifeWithoutAPostIsACalmToo(int seconds, int alarms) {
        Duration pause = HALF_LIFE.plusSeconds(seconds);
        List<Sighting> posts = new ArrayList<>(posts(Duration.ZERO, HOT, HOT, HOT));
        for (int i = 3; i < 6; i++) {
            posts.add(post(i).after(pause).scoring(HOT).seen());
        }

        assertThat(author.alarms(posts)).hasSize(alarms);
    }

    @Test
    void onlyWhatRaisesTheSumIsAReasonToLook() {
        assertThat(author.raises(post(0).scoring(0.35).seen())).isTrue();
        assertThat(author.raises(post(0).scoring(0.34).seen())).isFalse();
        assertThat(author.raises(post(0).scoring(0.35).spam().seen())).isFalse();
        assertThat(author.raises(post(0).scoring(0.35).saying(Verdict.ATTACK).seen())).isFalse();
    }

    @Test
    void whatWentOnBeforeTheNewestHadItsAlarm() {
        assertThat(author.alarmsOfTheNewest(posts(DAY, hot(60)))).isEmpty();
        assertThat(author.alarmsOfTheNewest(posts(DAY, 0.1, 0.1, HOT, HOT, HOT))).hasSize(1);
    }

    private static double[] hot(int posts) {
        return IntStream.range(0, posts).mapToDouble(i -> 0.46).toArray();
    }

    private static List<Sighting> posts(Duration between, double... scores) {
        return IntStream.range(0, scores.length)
                .mapToObj(
                        i ->
                                post(i).by("au-" + i % 2)
                                        .after(between.multipliedBy(i))
                                        .scoring(scores[i])
                                        .seen())
                .toList();
    }
}
