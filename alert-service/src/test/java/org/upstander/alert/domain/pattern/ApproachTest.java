package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.DANA;
import static org.upstander.alert.domain.pattern.PostBuilder.NOON;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Encounter.Act;
import org.upstander.alert.domain.pattern.Encounter.Attempt;

/** Who tries to reach Dana in private, and how often. */
class ApproachTest {

    private static final Duration WINDOW = Approach.Settings.USUAL.window();
    private static final Attempt REQUEST = attempt("si-1", "friend-request", Duration.ofDays(1));

    private final Approach approach = new Approach(Approach.Settings.USUAL);

    @Test
    void oneFriendRequestIsKeptAndCallsNobody() {
        assertThat(find(REQUEST)).isEmpty();
    }

    @Test
    void aSecondAttemptCalls() {
        assertThat(find(REQUEST, attempt("si-2", "follow", Duration.ZERO)))
                .contains(
                        new Finding(
                                PatternKind.APPROACH,
                                2,
                                "Approach: 2 attempts to reach the person in private",
                                List.of()));
    }

    /** A record that comes twice is one attempt. */
    @Test
    void theSameAttemptIsOneHoweverOftenItIsTold() {
        assertThat(find(REQUEST, REQUEST, REQUEST)).isEmpty();
    }

    @Test
    void theFirstAttemptOfSomebodyWhoWasModeratedCalls() {
        Act byWhoever = new Act("mute", "cm-08", NOON.minus(Duration.ofDays(20)), null);

        assertThat(find(NOON, List.of(), List.of(byWhoever), REQUEST))
                .contains(
                        new Finding(
                                PatternKind.APPROACH,
                                2,
                                "Approach: 1 attempt to reach the person in private, by somebody who attacked or was moderated",
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource({"ATTACK,true", "CRITICISM,false", "NEUTRAL,false", "SUPPORTIVE,false"})
    void theFirstAttemptOfSomebodyWhoAttackedCalls(Verdict verdict, boolean calls) {
        Sighting before = post("a1").saying(verdict).after(Duration.ofDays(-3)).seen();
        Sighting asSpam = post("a1").saying(verdict).spam().seen();

        assertThat(find(NOON, List.of(before), List.of(), REQUEST).isPresent()).isEqualTo(calls);
        assertThat(find(NOON, List.of(asSpam), List.of(), REQUEST)).isEmpty();
    }

    /** Whoever stands at the door is a threat; known for an attack they are the worst. */
    @ParameterizedTest
    @CsvSource({
        "in-person,false,3",
        "in-person,true,4",
        "call,false,0",
        "call,true,3",
        "email,true,2",
        "direct-message,true,2"
    })
    void howSomebodyIsApproachedSaysHowBadItIs(String kind, boolean known, int severity) {
        List<Sighting> before = known ? List.of(post("a1").attack(1).seen()) : List.of();

        assertThat(
                        find(NOON, before, List.of(), attempt("si-1", kind, Duration.ZERO)).stream()
                                .mapToInt(Finding::severity)
                                .sum())
                .isEqualTo(severity);
    }

    @Test
    void whoeverStandsAtTheOfficeDoorCountsToo() {
        Attempt atWork = new Attempt("si-1", "in-person", false, NOON);

        assertThat(find(atWork))
                .get()
                .returns(
                        "Approach: 1 attempt to reach the person in private, in person",
                        Finding::reason);
    }

    @Test
    void accountsOfTheirWorkAreThereToBeWrittenTo() {
        assertThat(
                        find(
                                new Attempt("si-1", "direct-message", false, NOON),
                                new Attempt("si-2", "follow", false, NOON),
                                REQUEST))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,false", "-1,true"})
    void whatIsOlderThanTheWindowIsForgotten(int seconds, boolean counts) {
        Duration ago = WINDOW.plusSeconds(seconds);

        assertThat(find(REQUEST, attempt("si-2", "follow", ago)).isPresent()).isEqualTo(counts);
        assertThat(
                        find(
                                        NOON,
                                        List.of(),
                                        List.of(new Act("ban", "cm-07", NOON.minus(ago), null)),
                                        REQUEST)
                                .isPresent())
                .isEqualTo(counts);
        assertThat(
                        find(
                                        NOON,
                                        List.of(post("a1").attack(2).after(ago.negated()).seen()),
                                        List.of(),
                                        REQUEST)
                                .isPresent())
                .isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,false"})
    void whatComesLaterDoesNotCountYet(int seconds, boolean counts) {
        Instant later = NOON.plusSeconds(seconds);

        assertThat(find(REQUEST, new Attempt("si-2", "follow", true, later)).isPresent())
                .isEqualTo(counts);
        assertThat(
                        find(
                                        NOON,
                                        List.of(post("a1").attack(2).at(later).seen()),
                                        List.of(new Act("ban", "cm-07", later, null)),
                                        REQUEST)
                                .isPresent())
                .isEqualTo(counts);
    }

    @Test
    void whoeverWasModeratedAndKeepsAwayIsLeftAlone() {
        assertThat(find(NOON, List.of(post("a1").attack(2).seen()), List.of())).isEmpty();
    }

    private Optional<Finding> find(Attempt... attempts) {
        return find(NOON, List.of(), List.of(), attempts);
    }

    private Optional<Finding> find(
            Instant until, List<Sighting> posts, List<Act> acts, Attempt... attempts) {
        return approach.find(new Encounter(DANA, posts, acts, List.of(attempts)), until);
    }

    private static Attempt attempt(String id, String kind, Duration ago) {
        return new Attempt(id, kind, true, NOON.minus(ago));
    }
}
