package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.AssessmentBuilder.assessment;
import static org.upstander.alert.domain.pattern.PostBuilder.DANA;
import static org.upstander.alert.domain.pattern.PostBuilder.NOON;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Encounter.Act;
import org.upstander.alert.domain.pattern.Encounter.Attempt;
import org.upstander.alert.domain.pattern.Patterns.Weighed;

/** All patterns together, and what they make of an assessment. */
class PatternsTest {

    private static final Act BAN = new Act("ban", "cm-07", NOON.minus(Duration.ofDays(3)), null);
    private static final Attempt REQUEST =
            new Attempt("si-1", "friend-request", true, NOON.minus(Duration.ofDays(1)));

    private final Patterns patterns = new Patterns(PatternSettings.USUAL);

    @Test
    void whatHasNoHistoryIsAsItCame() {
        Assessment attack = assessment("a1").attack(2, "insult").made();
        Assessment neutral = assessment("a1").made();

        assertThat(weigh(attack)).isEqualTo(new Weighed(attack, List.of()));
        assertThat(weigh(neutral)).isEqualTo(new Weighed(neutral, List.of()));
    }

    @Test
    void allThatIsFoundIsSaidAndTheWorstOfItCounts() {
        Assessment attack = assessment("a1").attack(2, "insult", "doxxing").made();

        Weighed weighed = weigh(attack, List.of(BAN), List.of(REQUEST));

        assertThat(weighed.findings())
                .extracting(Finding::kind, Finding::severity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PatternKind.DOXXING, 3),
                        org.assertj.core.groups.Tuple.tuple(PatternKind.RETALIATION, 3),
                        org.assertj.core.groups.Tuple.tuple(PatternKind.APPROACH, 2));
        assertThat(weighed.attack()).isEqualTo(attack.counting(Verdict.ATTACK, 3));
    }

    @Test
    void nothingIsMadeLess() {
        Assessment attack = assessment("a1").attack(4, "threat", "doxxing").made();

        assertThat(weigh(attack).attack().severity()).isEqualTo(4);
    }

    @Test
    void whatIsNoAttackByItselfMayCountAsOne() {
        Assessment below = assessment("a1").saying(Verdict.CRITICISM).scoring(0.5).made();

        assertThat(weigh(below, List.of(BAN), List.of()).attack())
                .isEqualTo(below.counting(Verdict.ATTACK, 1));
    }

    /** Somebody polite who once sent a friend request is not called about with every post. */
    @ParameterizedTest
    @CsvSource({"ATTACK,true", "CRITICISM,false", "NEUTRAL,false", "SUPPORTIVE,false"})
    void attemptsAreLookedAtOnlyWhereThereIsSomethingElse(Verdict verdict, boolean looked) {
        Assessment one = assessment("a1").saying(verdict).made();
        Attempt second = new Attempt("si-2", "follow", true, NOON);

        assertThat(weigh(one, List.of(), List.of(REQUEST, second)).findings().isEmpty())
                .isEqualTo(!looked);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void spamIsNeverAPattern(Verdict verdict) {
        List<Sighting> before = new ArrayList<>(everyNight());
        Assessment spam = assessment("a1").attack(2, "doxxing").saying(verdict).spam().made();

        assertThat(patterns.weigh(spam, everything(before, spam), NOON))
                .isEqualTo(new Weighed(spam, List.of()));
    }

    /** Thanks are no revenge and no persistence; at night, again and again, they are contact. */
    @Test
    void thanksAreOnlyEverContactAtNight() {
        Assessment byDay = assessment("a1").saying(Verdict.SUPPORTIVE).scoring(0.59).made();
        Assessment atNight =
                assessment("a1")
                        .saying(Verdict.SUPPORTIVE)
                        .at(everyNight().get(4).at().plusSeconds(1))
                        .made();

        assertThat(patterns.weigh(byDay, everything(everyNight(), byDay), NOON))
                .isEqualTo(new Weighed(byDay, List.of()));
        assertThat(
                        patterns.weigh(
                                        atNight,
                                        new Encounter(
                                                DANA,
                                                with(everyNight().subList(0, 4), atNight),
                                                List.of(),
                                                List.of()),
                                        NOON)
                                .findings())
                .extracting(Finding::kind)
                .containsExactly(PatternKind.OFF_HOURS);
    }

    @Test
    void aPostFromTheFutureIsOneOfNow() {
        Assessment future = assessment("a1").attack(2).after(Duration.ofDays(400)).made();

        assertThat(weigh(future, List.of(BAN), List.of()).findings())
                .extracting(Finding::reason)
                .containsExactly("Retaliation: 3 days after the ban by cm-07");
    }

    @Test
    void aPostFromBeforeTimeBeganIsWeighedLikeAnyOther() {
        Sighting ancient = Sighting.of(assessment("a1").attack(1).at(Instant.MIN).made(), NOON);

        assertThat(ancient.at()).isBetween(NOON.minus(Duration.ofDays(8_000)), NOON);
        assertThat(Sighting.of(assessment("a1").attack(1).at(Instant.MAX).made(), NOON).at())
                .isEqualTo(NOON);
        assertThat(weigh(assessment("a1").attack(1).at(Instant.MIN).made()).findings()).isEmpty();
    }

    @Test
    void aCrowdIsAddedToWhatItsAuthorDid() {
        Assessment attack = assessment("a1").attack(1).made();
        List<Sighting> attacks =
                new ArrayList<>(
                        IntStream.range(0, 7)
                                .mapToObj(i -> post(i).by("au-" + i).attack(1).seen())
                                .toList());
        attacks.add(Sighting.of(attack, NOON));
        Crowd crowd =
                new Crowd(
                        "cm-07",
                        attacks,
                        Set.of(),
                        Set.of(),
                        List.of(
                                new Crowd.Alike("a1", "au-heath", "forum", "text:0:a"),
                                new Crowd.Alike("a00000", "au-0", "news", "text:0:a")));

        Weighed weighed =
                patterns.around(crowd)
                        .weigh(weigh(attack, List.of(BAN), List.of()), Set.of("text:0:a"), NOON);

        assertThat(weighed.findings())
                .extracting(Finding::kind)
                .containsExactly(
                        PatternKind.RETALIATION, PatternKind.PILE_ON, PatternKind.CAMPAIGN);
        assertThat(weighed.attack().severity()).isEqualTo(2);
    }

    @Test
    void aCrowdHasNoSayInWhatIsNoAttack() {
        Weighed neutral = weigh(assessment("a1").made());
        Crowd crowd =
                new Crowd(
                        "cm-07",
                        List.of(),
                        Set.of(),
                        Set.of(),
                        List.of(
                                new Crowd.Alike("a2", "au-1", "forum", "text:0:a"),
                                new Crowd.Alike("a3", "au-2", "news", "text:0:a")));

        assertThat(patterns.around(crowd).weigh(neutral, Set.of("text:0:a"), NOON))
                .isSameAs(neutral);
    }

    @Test
    void attemptsAreAPatternByThemselves() {
        Encounter twice =
                new Encounter(
                        DANA,
                        List.of(),
                        List.of(),
                        List.of(REQUEST, new Attempt("si-2", "follow", true, NOON)));

        assertThat(patterns.approach(twice, NOON)).isPresent();
        assertThat(patterns.approach(twice, NOON.minusSeconds(1))).isEmpty();
    }

    private Weighed weigh(Assessment one) {
        return weigh(one, List.of(), List.of());
    }

    private Weighed weigh(Assessment one, List<Act> acts, List<Attempt> attempts) {
        return patterns.weigh(
                one, new Encounter(DANA, List.of(Sighting.of(one, NOON)), acts, attempts), NOON);
    }

    /** The worst that can be known of somebody. */
    private static Encounter everything(List<Sighting> before, Assessment one) {
        Act warning = new Act("warn", "cm-07", NOON.minus(Duration.ofDays(30)), null);
        return new Encounter(DANA, with(before, one), List.of(BAN, warning), List.of(REQUEST));
    }

    private static List<Sighting> with(List<Sighting> before, Assessment one) {
        List<Sighting> all = new ArrayList<>(before);
        all.add(Sighting.of(one, NOON));
        return all;
    }

    /** In the five nights before, at two. */
    private static List<Sighting> everyNight() {
        return IntStream.range(0, 5)
                .mapToObj(
                        i ->
                                post(i).after(Duration.ofDays(i - 5))
                                        .after(Duration.ofHours(-11))
                                        .seen())
                .toList();
    }
}
