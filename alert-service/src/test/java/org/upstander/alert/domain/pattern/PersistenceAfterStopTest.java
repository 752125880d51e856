package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.NOON;
import static org.upstander.alert.domain.pattern.PostBuilder.encounter;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Encounter.Act;
import org.upstander.alert.domain.pattern.Encounter.Told;

/** Three posts in three threads within two weeks after being asked to stop. */
class PersistenceAfterStopTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Persistence persistence = new Persistence(Persistence.Settings.USUAL);

    /** An appeal is what the thread for it is there for, and criticism is nobody's attention. */
    @ParameterizedTest
    @CsvSource({"1,NEUTRAL,30", "2,NEUTRAL,30", "12,CRITICISM,12"})
    void anAppealIsNotPersistent(int threads, Verdict verdict, int posts) {
        List<Sighting> seen =
                IntStream.range(0, posts)
                        .mapToObj(
                                i ->
                                        post(i).in("t" + i % threads)
                                                .saying(verdict)
                                                .after(Duration.ofHours(5L * i))
                                                .seen())
                        .toList();
        Act asked = new Act("suspend", "cm-07", NOON.minusSeconds(1), null);

        for (Sighting one : seen) {
            assertThat(find(seen, one, asked)).isEmpty();
        }
    }

    /** Whoever was warned weeks ago may speak to her again. */
    @ParameterizedTest
    @CsvSource({"P12D,true", "P12DT1S,false"})
    void beingAskedToStopIsOverSometime(Duration before, boolean enough) {
        List<Sighting> seen = daily(3);
        Act asked = new Act("warn", "cm-07", NOON.minus(before), null);

        assertThat(find(seen, seen.get(2), asked).isPresent()).isEqualTo(enough);
    }

    @ParameterizedTest
    @ValueSource(strings = {"warn", "mute", "suspend", "ban"})
    void threePostsAfterBeingAskedToStopAreEnough(String action) {
        List<Sighting> seen = daily(3);
        Act asked = new Act(action, "cm-07", NOON.minusSeconds(1), null);

        assertThat(find(seen.subList(0, 2), seen.get(1), asked)).isEmpty();
        assertThat(find(seen, seen.get(2), asked))
                .contains(
                        Finding.of(
                                PatternKind.PERSISTENCE,
                                2,
                                "Persistence: 3 posts after being asked to stop",
                                seen));
    }

    @Test
    void onlyThePersonHerselfCanAskToBeLeftAlone() {
        List<Sighting> seen = daily(3);

        assertThat(find(seen, seen.get(2), new Act("warn", "cm-08", NOON.minusSeconds(1), null)))
                .isEmpty();
        assertThat(find(seen, seen.get(2), new Act("warn", null, NOON.minusSeconds(1), null)))
                .isEmpty();
        assertThat(
                        find(
                                seen,
                                seen.get(2),
                                new Act("remove-post", "cm-07", NOON.minusSeconds(1), null)))
                .isEmpty();
    }

    @Test
    void whatWasWrittenBeforeOrInTheSameMomentDoesNotCount() {
        List<Sighting> seen = daily(3);

        assertThat(find(seen, seen.get(2), new Act("warn", "cm-07", NOON, null))).isEmpty();
        assertThat(find(seen, seen.get(2), new Act("warn", "cm-07", NOON.plus(DAY), null)))
                .isEmpty();
    }

    @Test
    void whoeverWasAskedTwiceWasAskedTheFirstTime() {
        List<Sighting> seen = daily(3);
        Act first = new Act("warn", "cm-07", NOON.minusSeconds(1), null);
        Act second = new Act("ban", "cm-07", NOON.plus(DAY), null);

        assertThat(find(seen, seen.get(2), second, first)).isPresent();
    }

    /** The first two are attacks of an incident before; with them each further post made a run. */
    @Test
    void whatARunWasMadeOfMakesNoOtherAlsoWhereItIsInAnotherIncident() {
        // Given
        List<Sighting> seen = daily(6);
        Act asked = new Act("ban", "cm-07", NOON.minusSeconds(1), null);
        Map<PatternKind, Told> told = Map.of(PatternKind.PERSISTENCE, Told.of(seen.get(2)));

        // When, Then
        for (int last = 3; last < 6; last++) {
            Encounter until = encounter(seen.subList(0, last + 1), asked);
            Encounter known =
                    new Encounter(
                            until.person(),
                            until.sightings(),
                            until.acts(),
                            until.attempts(),
                            told);
            assertThat(persistence.find(known, seen.get(last)).isPresent()).isEqualTo(last == 5);
        }
    }

    private Optional<Finding> find(List<Sighting> seen, Sighting post, Act... acts) {
        return persistence.find(encounter(seen, acts), post);
    }

    private static List<Sighting> daily(int posts) {
        return IntStream.range(0, posts)
                .mapToObj(i -> post(i).in("t" + i).after(DAY.multipliedBy(i)).seen())
                .toList();
    }
}
