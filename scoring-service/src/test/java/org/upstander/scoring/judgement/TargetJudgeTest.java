package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.scoring.binding.Rosters.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.binding.Rosters;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.ScoredPost;
import org.upstander.scoring.domain.Verdict;

class TargetJudgeTest {
    static final String SPAM =
            "Dana is an idiot lol. Buy cheap shoes online, free shipping, 70% off,"
                    + " visit http://shoes.example.com now! Subscribe to my"
                    + " channel and check out my video!";

    private static final ScorePosts SCORING = JudgeInTest.scoring(Rosters.community());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Dana Okafor is a pathetic, stupid liar and everybody knows it. | attack
                    Dana is stupid and makes no sense. | attack
                    Dana's decision is stupid and the whole rule makes no sense. | criticism
                    @dana_cm you are a worthless idiot | attack
                    @dana_cm the new rules are useless, please change them back | criticism
                    Dana, I know where you live and I will hurt you. | attack
                    Thank you Dana, you were so kind and helpful! | supportive
                    """)
    void shouldTellThePersonFromTheDecision(String text, String verdict) {
        assertThat(only(post(text)).verdict().wire()).isEqualTo(verdict);
    }

    @Test
    void shouldJudgeEachOfTheStaffByWhatIsSaidOfThem() {
        ScoredPost scored =
                SCORING.score(
                        post(
                                "Björn was great, thank you. Dana on the other hand is a stupid cow."));

        assertThat(scored.assessments())
                .anySatisfy(
                        a -> {
                            assertThat(a.staffId()).isEqualTo("cm-07");
                            assertThat(a.verdict()).isEqualTo(Verdict.ATTACK);
                        })
                .anySatisfy(
                        a -> {
                            assertThat(a.staffId()).isEqualTo("cm-09");
                            assertThat(a.verdict()).isNotEqualTo(Verdict.ATTACK);
                        });
    }

    @Test
    void shouldTakeYouForTheOneWhoIsAnswered() {
        String text = "you are a pathetic little liar";

        assertThat(only(post("forum", "heath", null, "dana_cm", text)).verdict())
                .isEqualTo(Verdict.ATTACK);
        assertThat(SCORING.score(post("forum", "heath", null, "mudlark", text)).assessments())
                .isEmpty();
    }

    @Test
    void shouldShowWhatWeighsInTheTextAsGiven() {
        String text =
                "Good morning all. Dana is a d\u0456sgusting \u0456diot. See you at the meetup.";

        Assessment assessment = only(post(text));

        assertThat(assessment.verdict()).isEqualTo(Verdict.ATTACK);
        assertThat(assessment.severity()).isBetween(1, 4);
        assertThat(assessment.categories()).isNotEmpty();
        assertThat(assessment.evidence())
                .isNotEmpty()
                .allSatisfy(
                        e -> {
                            assertThat(e.start()).isBetween(0, e.end() - 1);
                            assertThat(e.end()).isLessThanOrEqualTo(text.length());
                            assertThat(e.weight()).isBetween(0.0, 1.0);
                        })
                .anySatisfy(
                        e -> assertThat(text.substring(e.start(), e.end())).contains("\u0456diot"));
    }

    @Test
    void shouldCallAProtectedIdentifierDoxxingAndNeverRepeatIt() {
        Assessment assessment = only(post("She picks up at 202-555-0142, have fun."));

        assertThat(assessment.verdict()).isEqualTo(Verdict.ATTACK);
        assertThat(assessment.severity()).isEqualTo(4);
        assertThat(assessment.categories())
                .extracting(Assessment.CategoryScore::category)
                .containsExactly(Category.DOXXING);
        assertThat(assessment.binding().text()).isNull();
        assertThat(assessment.toString()).doesNotContain("0142");
        assertThat(only(post("write to dana.home@example.net")).severity()).isEqualTo(3);
    }

    @Test
    void shouldLetSpamAttackNobody() {
        ScoredPost scored = SCORING.score(post(SPAM));

        assertThat(scored.spam()).isTrue();
        assertThat(scored.assessments())
                .singleElement()
                .extracting(Assessment::verdict)
                .isEqualTo(Verdict.NEUTRAL);
    }

    @Test
    void shouldNotTakeAnAttackForSpam() {
        assertThat(SCORING.score(post("Dana is a stupid liar, check her posts")).spam()).isFalse();
    }

    @Test
    void shouldTellTheLanguageOrSayNothing() {
        assertThat(SCORING.score(post("ich habe keine Ahnung, warum das nicht geht")).language())
                .isEqualTo("de");
        assertThat(SCORING.score(post("why would they do that when everybody said no")).language())
                .isEqualTo("en");
        assertThat(SCORING.score(post("12345 :)")).language()).isNull();
    }

    @Test
    void shouldBindNobodyToADeletedPost() {
        Post gone = post("Dana is a stupid liar");
        Post deleted =
                new Post(
                        gone.postId(),
                        gone.revision(),
                        gone.source(),
                        gone.externalId(),
                        gone.author(),
                        null,
                        null,
                        gone.text(),
                        true,
                        null,
                        null,
                        null);

        assertThat(SCORING.score(deleted).assessments()).isEmpty();
    }

    @Test
    void shouldTakeTheLongestAndWorstTexts() {
        for (String unit : List.of("idiot ", "!", "\u0301", "\uD83E\uDD21", "Dana ", "x")) {
            String text = "Dana " + unit.repeat(65_536 / unit.length());

            assertThat(SCORING.score(post(text)).assessments()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void shouldGiveTheSameAnswerEachTime() {
        Post post = post("Dana Okafor is a pathetic, stupid liar");

        assertThat(SCORING.score(post)).isEqualTo(SCORING.score(post));
        assertThat(SCORING.model()).isEqualTo("2026.11-6");
    }

    private static Assessment only(Post post) {
        List<Assessment> assessments = SCORING.score(post).assessments();
        assertThat(assessments).hasSize(1);
        return assessments.get(0);
    }
}
