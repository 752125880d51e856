package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.DANA;
import static org.upstander.alert.domain.pattern.PostBuilder.NOON;
import static org.upstander.alert.domain.pattern.PostBuilder.encounter;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Encounter.Act;

/** What a moderation action makes of the posts after it. */
class RetaliationTest {

    private final Retaliation retaliation = new Retaliation(Retaliation.Settings.USUAL);

    @Test
    void theSameAttackWeighsOneMoreAfterAnAction() {
        PostBuilder attack = post("a1").attack(2);

        assertThat(find(attack)).isEmpty();
        assertThat(find(attack, ban(Duration.ofDays(3))))
                .contains(
                        new Finding(
                                PatternKind.RETALIATION,
                                3,
                                "Retaliation: 3 days after the ban by cm-07",
                                List.of("a1")));
    }

    /** 0.6 as usual, lowered by 0.2 at once, and by half as much every three weeks. */
    @ParameterizedTest
    @CsvSource({
        "0,0.40,true",
        "0,0.39,false",
        "21,0.50,true",
        "21,0.49,false",
        "42,0.55,true",
        "42,0.54,false",
        "90,0.59,true",
        "90,0.58,false"
    })
    void theBarIsLowerAndRisesWithTime(int days, double score, boolean counts) {
        Optional<Finding> found = find(post("a1").scoring(score), ban(Duration.ofDays(days)));

        assertThat(found.isPresent()).isEqualTo(counts);
        found.ifPresent(finding -> assertThat(finding.severity()).isEqualTo(1));
    }

    /** Somebody whose own bar is low is not called about whoever mentions them. */
    @ParameterizedTest
    @CsvSource({"0.20,0.05,true", "0.20,0.04,false", "0.05,0.05,true", "0.05,0.04,false"})
    void noBarIsLoweredToNothing(double bar, double score, boolean counts) {
        Encounter meeting =
                new Encounter(
                        new Person("cm-07", DANA.hours(), bar),
                        List.of(),
                        List.of(ban(Duration.ZERO)),
                        List.of());

        assertThat(retaliation.find(meeting, post("a1").scoring(score).seen()).isPresent())
                .isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,3", "P69D,3", "P70D,2", "P90D,2", "P90DT1S,0", "PT-1S,0"})
    void anAttackIsRaisedForTenWeeksAndTiedForThirteen(Duration since, int severity) {
        assertThat(
                        find(post("a1").attack(2), ban(since)).stream()
                                .mapToInt(Finding::severity)
                                .sum())
                .isEqualTo(severity);
    }

    @Test
    void nothingIsWorseThanTheWorst() {
        assertThat(find(post("a1").attack(4), ban(Duration.ofDays(1))))
                .get()
                .returns(4, Finding::severity);
    }

    @Test
    void anActionOfNobodyKnownConcernsTheWholeTeamAtHalfTheRisk() {
        Act removal = new Act("remove-post", null, NOON, null);

        assertThat(retaliation.risk(removal, NOON)).isEqualTo(0.5);
        assertThat(find(post("a1").scoring(0.50), removal))
                .get()
                .returns(
                        "Retaliation: less than a minute after the removal of a post, by whom is not known",
                        Finding::reason);
        assertThat(find(post("a1").scoring(0.49), removal)).isEmpty();
    }

    @Test
    void anActionOfAColleagueConcernsNobodyElse() {
        assertThat(find(post("a1").attack(2), new Act("ban", "cm-08", NOON, null))).isEmpty();
    }

    @Test
    void ofSeveralActionsTheOneThatRisksMostSaysWhy() {
        Act old = ban(Duration.ofDays(40));
        Act byNobody = new Act("mute", null, NOON.minus(Duration.ofDays(1)), null);
        Act warning = new Act("warn", "cm-07", NOON.minus(Duration.ofDays(2)), null);

        assertThat(reason(old, byNobody, warning))
                .isEqualTo(reason(warning, byNobody, old))
                .isEqualTo("Retaliation: 2 days after the warning by cm-07");
    }

    /** An action of nobody known risks as much as a ban by her three weeks ago. */
    @Test
    void ofActionsThatRiskTheSameTheLatestSaysWhy() {
        Act removal = new Act("remove-post", null, NOON, null);

        assertThat(reason(ban(Duration.ofDays(21)), removal))
                .startsWith("Retaliation: less than a minute after the removal of a post");
    }

    /** A moderator removes a post and bans its author with one click. */
    @Test
    void ofActionsAtOnceTheReasonDoesNotHangOnTheirOrder() {
        Act ban = ban(Duration.ofDays(2));
        Act removal = new Act("remove-post", "cm-07", ban.at(), null);
        Act linked = new Act("ban", "cm-07", ban.at(), "the same link");

        assertThat(reason(linked, removal, ban))
                .isEqualTo(reason(ban, removal, linked))
                .isEqualTo("Retaliation: 2 days after the ban by cm-07");
    }

    @Test
    void anActionAgainstAnotherAccountOfTheirsSaysWhyItIsTheirs() {
        assertThat(reason(new Act("ban", "cm-07", NOON, "the same link")))
                .isEqualTo(
                        "Retaliation: less than a minute after the ban by cm-07, of another account: the same link");
    }

    @ParameterizedTest
    @CsvSource({
        "ban,the ban",
        "suspend,the suspension",
        "mute,the mute",
        "warn,the warning",
        "remove-post,the removal of a post",
        "reject-entry,the rejection of an entry",
        "not-known-yet,a moderation action"
    })
    void everyActionHasItsWords(String action, String words) {
        assertThat(reason(new Act(action, "cm-07", NOON.minusSeconds(7200), null)))
                .isEqualTo("Retaliation: 2 hours after %s by cm-07".formatted(words));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void spamAndThanksAreNoRevenge(Verdict verdict) {
        PostBuilder post = post("a1").saying(verdict).scoring(0.59);

        assertThat(find(post, ban(Duration.ZERO)).isPresent())
                .isEqualTo(verdict != Verdict.SUPPORTIVE);
        assertThat(find(post.spam(), ban(Duration.ZERO))).isEmpty();
    }

    private String reason(Act... acts) {
        return find(post("a1").attack(2), acts).orElseThrow().reason();
    }

    private Optional<Finding> find(PostBuilder post, Act... acts) {
        return retaliation.find(encounter(List.of(post.seen()), acts), post.seen());
    }

    private static Act ban(Duration before) {
        Instant at = NOON.minus(before);
        return new Act("ban", "cm-07", at, null);
    }
}
