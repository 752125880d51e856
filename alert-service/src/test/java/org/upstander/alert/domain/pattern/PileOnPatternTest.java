package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.alert.domain.Verdict;

/** Eight authors within six hours are a crowd. */
class PileOnPatternTest {

    private static final Duration WINDOW = PileOnPattern.Settings.USUAL.window();

    private final PileOnPattern pileOn = new PileOnPattern(PileOnPattern.Settings.USUAL);

    @Test
    void itTakesEightAuthors() {
        assertThat(find(crowd(7))).isEmpty();
        assertThat(find(crowd(8)))
                .contains(
                        Finding.of(
                                PatternKind.PILE_ON,
                                2,
                                "Pile-on: 8 authors within 70 minutes. Close the place for a while rather than answer each",
                                crowd(8)));
    }

    @Test
    void oneAuthorIsNoCrowdHoweverManyPostsThereAre() {
        List<Sighting> flood = new ArrayList<>(crowd(7));
        IntStream.range(100, 200).forEach(i -> flood.add(post(i).by("au-0").attack(2).seen()));

        assertThat(find(flood)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void onlyAttacksCount(Verdict verdict) {
        List<Sighting> all =
                IntStream.range(0, 50)
                        .mapToObj(i -> post(i).by("au-" + i).saying(verdict).seen())
                        .toList();
        List<Sighting> spam =
                IntStream.range(0, 50)
                        .mapToObj(i -> post(i).by("au-" + i).saying(verdict).spam().seen())
                        .toList();

        assertThat(find(all).isPresent()).isEqualTo(verdict == Verdict.ATTACK);
        assertThat(find(spam)).isEmpty();
    }

    @Test
    void itSaysHowManyAreNewAndHowManyWroteTheSame() {
        List<Sighting> attacks = crowd(8);
        List<Crowd.Alike> alike =
                List.of(
                        alike(attacks.get(0), "text:0:a"),
                        alike(attacks.get(1), "text:0:a"),
                        alike(attacks.get(1), "text:1:b"),
                        alike(attacks.get(2), "text:1:b"),
                        alike(attacks.get(3), "text:0:c"));

        Finding found =
                find(new Crowd("cm-07", attacks, Set.of("au-1", "au-2", "au-99"), Set.of(), alike))
                        .orElseThrow();

        assertThat(found.reason()).contains("2 of them never seen before", " 37 % of them");
    }

    @Test
    void itSaysHowManyJoinedLatelyAndHowManyOfThemTogether() {
        Crowd.Joins joins =
                new Crowd.Joins(
                        Duration.ofDays(7),
                        Set.of("au-1", "au-2", "au-3", "au-4", "au-99"),
                        Map.of("au-1", "a", "au-2", "a", "au-3", "a", "au-4", "b", "au-99", "b"));

        assertThat(reason(joins))
                .isEqualTo(
                        "Pile-on: 8 authors within 70 minutes, 4 joined within 7 days, 3 by the same invitation. Close the place for a while rather than answer each");
    }

    @Test
    void whoeverCameAloneCameWithNobody() {
        Crowd.Joins alone =
                new Crowd.Joins(
                        Duration.ofDays(7),
                        Set.of("au-1", "au-2", "au-3"),
                        Map.of("au-1", "a", "au-2", "b"));
        Crowd.Joins others =
                new Crowd.Joins(
                        Duration.ofDays(7),
                        Set.of("au-98", "au-99"),
                        Map.of("au-98", "a", "au-99", "a"));

        assertThat(reason(alone)).contains(", 3 joined within 7 days. Close");
        assertThat(reason(others)).doesNotContain("joined", "invitation");
    }

    /** Whoever joins and says nothing is no part of it. */
    @Test
    void joinsMakeNoPileOn() {
        Set<String> many =
                IntStream.range(0, 50).mapToObj(i -> "au-" + i).collect(Collectors.toSet());
        Crowd.Joins joins = new Crowd.Joins(Duration.ofDays(7), many, Map.of());

        assertThat(find(new Crowd("cm-07", crowd(7), false, many, joins, Set.of(), List.of())))
                .isEmpty();
    }

    private String reason(Crowd.Joins joins) {
        return find(new Crowd("cm-07", crowd(8), false, Set.of(), joins, Set.of(), List.of()))
                .orElseThrow()
                .reason();
    }

    /** What somebody wrote on another day, or what one author wrote twice, is not alike. */
    @Test
    void onlyWhatWasWrittenMeanwhileByOthersIsAlike() {
        List<Sighting> attacks = crowd(8);
        List<Crowd.Alike> alike =
                List.of(
                        alike(attacks.get(0), "text:0:a"),
                        new Crowd.Alike("a00000", "au-0", "chat", "text:0:a"),
                        new Crowd.Alike("another-day", "au-1", "forum", "text:0:a"));

        assertThat(find(new Crowd("cm-07", attacks, Set.of(), Set.of(), alike)))
                .get()
                .satisfies(found -> assertThat(found.reason()).doesNotContain("% of them"));
    }

    /** The eighth comes when the first is just in the window, or just out of it. */
    @ParameterizedTest
    @CsvSource({"0,false", "-1,true"})
    void itIsCountedWithinSixHours(int seconds, boolean enough) {
        List<Sighting> attacks = new ArrayList<>(crowd(7));
        attacks.add(post(7).by("au-7").attack(2).after(WINDOW.plusSeconds(seconds)).seen());

        assertThat(find(attacks).isPresent()).isEqualTo(enough);
    }

    @Test
    void whoeverIsKnownToShareATextIsCountedOnce() {
        List<Sighting> attacks = crowd(8);
        List<Crowd.Alike> alike =
                List.of(alike(attacks.get(0), "text:0:a"), alike(attacks.get(1), "text:0:a"));
        Set<String> sharing = Set.of("au-1", "au-2", "au-3", "of-another-day");

        assertThat(find(new Crowd("cm-07", attacks, Set.of(), sharing, alike)))
                .get()
                .satisfies(found -> assertThat(found.reason()).contains(", 50 % of them"));
    }

    @Test
    void anAttackIsPartOfACrowdThatComesAfterIt() {
        List<Sighting> attacks = crowd(9);
        Crowd crowd = crowd(attacks);

        assertThat(pileOn.in(crowd).find(attacks.get(0)))
                .get()
                .returns(9, found -> found.made().size());
        assertThat(pileOn.in(crowd).find(attacks.get(8)))
                .get()
                .returns(9, found -> found.made().size());
    }

    @Test
    void oneThatWasLongBeforeOrLongAfterIsNot() {
        List<Sighting> attacks = new ArrayList<>(crowd(8));
        Sighting before = post(20).attack(2).after(WINDOW.negated()).seen();
        Sighting after = post(21).attack(2).after(WINDOW.multipliedBy(2)).seen();
        attacks.add(before);
        attacks.add(after);

        assertThat(pileOn.in(crowd(attacks)).find(before)).isEmpty();
        assertThat(pileOn.in(crowd(attacks)).find(after)).isEmpty();
    }

    @Test
    void thoseWhoWriteInTheSameMomentCountTogether() {
        List<Sighting> attacks =
                IntStream.range(0, 8)
                        .mapToObj(i -> post(i).by("au-" + i).attack(2).seen())
                        .toList();

        for (Sighting attack : attacks) {
            assertThat(pileOn.in(crowd(attacks)).find(attack))
                    .get()
                    .returns(8, found -> found.made().size());
        }
    }

    @Test
    void whereThereMayBeMoreItSaysAtLeast() {
        Crowd cut = new Crowd("cm-07", crowd(8), true, List.of());

        assertThat(find(cut).orElseThrow().reason()).contains("Pile-on: at least 8 authors");
        assertThat(find(crowd(crowd(8))).orElseThrow().reason()).contains("Pile-on: 8 authors");
    }

    @Test
    void whereTheOldestOfManyIsTooOldItKnowsAll() {
        List<Sighting> attacks = crowd(48);

        Finding found = find(new Crowd("cm-07", attacks, true, List.of())).orElseThrow();

        assertThat(found.reason()).contains("Pile-on: 36 authors within");
    }

    private Optional<Finding> find(List<Sighting> attacks) {
        return find(crowd(attacks));
    }

    private Optional<Finding> find(Crowd crowd) {
        return crowd.attacks().isEmpty()
                ? pileOn.in(crowd).find(post("a1").attack(2).seen())
                : pileOn.in(crowd).find(crowd.attacks().get(crowd.attacks().size() - 1));
    }

    private static Crowd crowd(List<Sighting> attacks) {
        return new Crowd("cm-07", attacks, Set.of(), Set.of(), List.of());
    }

    /** One attack every ten minutes, each by somebody else. */
    private static List<Sighting> crowd(int authors) {
        return IntStream.range(0, authors)
                .mapToObj(
                        i ->
                                post(i).by("au-" + i)
                                        .attack(2)
                                        .after(Duration.ofMinutes(10L * i))
                                        .seen())
                .toList();
    }

    private static Crowd.Alike alike(Sighting attack, String mark) {
        return new Crowd.Alike(attack.id(), attack.author(), attack.source(), mark);
    }
}
