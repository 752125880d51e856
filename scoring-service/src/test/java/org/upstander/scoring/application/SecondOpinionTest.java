package org.upstander.scoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.scoring.application.Judged.judged;
import static org.upstander.scoring.application.Judged.mention;
import static org.upstander.scoring.application.Judged.withCategories;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.scoring.application.Adviser.Advice;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Assessment.CategoryScore;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.Opinion;
import org.upstander.scoring.domain.OpinionOutcome;
import org.upstander.scoring.domain.Verdict;

/** Who has the last word: our judge, or whoever was asked. */
class SecondOpinionTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final OpinionRange RANGE = new OpinionRange(0.35, 0.65, 0.5);

    private final List<String> questions = new ArrayList<>();
    private final List<OpinionOutcome> counted = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        // ours, severity, category | theirs, confidence | what counts, severity, outcome
        "ATTACK, 2, INSULT, ATTACK, 0.9, ATTACK, 2, AGREED",
        "ATTACK, 2, INSULT, CRITICISM, 0.9, CRITICISM, 0, LOWERED",
        "ATTACK, 1, DEMEANING, NEUTRAL, 0.5, NEUTRAL, 0, LOWERED",
        "ATTACK, 1, INSULT, SUPPORTIVE, 0.9, NEUTRAL, 0, LOWERED",
        "ATTACK, 2, INSULT, CRITICISM, 0.49, ATTACK, 2, UNSURE",
        "ATTACK, 3, SEXUAL, NEUTRAL, 1, ATTACK, 3, REFUSED_TO_LOWER",
        "ATTACK, 4, INSULT, NEUTRAL, 1, ATTACK, 4, REFUSED_TO_LOWER",
        "ATTACK, 1, THREAT, NEUTRAL, 1, ATTACK, 1, REFUSED_TO_LOWER",
        "ATTACK, 2, DOXXING, CRITICISM, 1, ATTACK, 2, REFUSED_TO_LOWER",
        "ATTACK, 1, STALKING, SUPPORTIVE, 1, ATTACK, 1, REFUSED_TO_LOWER",
        "ATTACK, 1, INCITEMENT, NEUTRAL, 1, ATTACK, 1, REFUSED_TO_LOWER",
        "NEUTRAL, 0, , ATTACK, 0.9, ATTACK, 2, RAISED",
        "CRITICISM, 0, , ATTACK, 0.5, ATTACK, 2, RAISED",
        "CRITICISM, 0, , ATTACK, 0.4, CRITICISM, 0, UNSURE",
        "CRITICISM, 0, , SUPPORTIVE, 1, CRITICISM, 0, AGREED",
    })
    void shouldRaiseAndLowerWithinBounds(
            Verdict ours,
            int severity,
            Category category,
            Verdict theirs,
            double confidence,
            Verdict counts,
            int severe,
            OpinionOutcome outcome) {
        // Given
        Assessment judged = judged(ours, severity, category, 0.5, null);
        // When
        Assessment reviewed = review(judged, new Advice.Given(theirs, confidence));
        // Then
        assertThat(reviewed.verdict()).isEqualTo(counts);
        assertThat(reviewed.severity()).isEqualTo(severe);
        assertThat(reviewed.score()).isEqualTo(0.5);
        assertThat(reviewed.categories().isEmpty()).isEqualTo(counts != Verdict.ATTACK);
        assertThat(reviewed.explanation().opinion())
                .isEqualTo(new Opinion(outcome, theirs, confidence));
        assertThat(counted).containsExactly(outcome);
    }

    @Test
    void shouldRefuseWhereALesserCategoryIsAThreat() {
        Assessment judged =
                withCategories(
                        judged(Verdict.ATTACK, 1, Category.INSULT, 0.5, null),
                        List.of(
                                new CategoryScore(Category.INSULT, 0.9),
                                new CategoryScore(Category.THREAT, 0.6)));

        assertThat(review(judged, new Advice.Given(Verdict.NEUTRAL, 1)).verdict())
                .isEqualTo(Verdict.ATTACK);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMEOUT", "FAILED", "INVALID"})
    void shouldKeepTheJudgementWithoutAnAnswer(OpinionOutcome why) {
        // Given
        Assessment judged = judged(Verdict.ATTACK, 2, Category.INSULT, 0.5, null);
        // When
        Assessment reviewed = review(judged, new Advice.Missing(why));
        // Then
        assertThat(reviewed.with(judged.explanation())).isEqualTo(judged);
        assertThat(reviewed.explanation().opinion()).isEqualTo(Opinion.missing(why));
        assertThat(counted).containsExactly(why);
    }

    @ParameterizedTest
    @CsvSource({"0.3499", "0.6501", "0", "1"})
    void shouldNotAskWhereTheJudgeIsSure(double score) {
        Assessment judged = judged(Verdict.ATTACK, 2, Category.INSULT, score, null);

        assertThat(review(judged, new Advice.Given(Verdict.NEUTRAL, 1))).isSameAs(judged);
        assertThat(questions).isEmpty();
        assertThat(counted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // attribute and least score | score of ours, imported | asked
        "TOXICITY, 0.8, 0.1, 0.8, true",
        "TOXICITY, 0.8, 0.1, 0.79, false",
        "TOXICITY, 0.8, 0.9, 0.99, false",
        "THREAT, 0, 0.1, 0.99, false",
        ", 0, 0.1, 0.99, false",
    })
    void shouldAskWhereAnImportedScoreHints(
            String attribute, double atLeast, double score, double imported, boolean asked) {
        // Given
        OpinionRange hinted = new OpinionRange(0.35, 0.65, 0.5, attribute, atLeast);
        Assessment judged = judged(Verdict.NEUTRAL, 0, null, score, null);
        // When
        second(new Advice.Given(Verdict.NEUTRAL, 1), 30, hinted)
                .review(judged, mention(new TreeMap<>(Map.of("TOXICITY", imported))));
        // Then
        assertThat(questions).hasSize(asked ? 1 : 0);
    }

    @Test
    void shouldNotAskWhereARuleDecided() {
        Assessment judged =
                judged(Verdict.ATTACK, 4, Category.DOXXING, 0.5, "protected-identifier");

        assertThat(review(judged, new Advice.Given(Verdict.NEUTRAL, 1))).isSameAs(judged);
        assertThat(questions).isEmpty();
    }

    @Test
    void shouldKeepTheJudgementBeyondTheBudget() {
        // Given
        SecondOpinion second = second(new Advice.Given(Verdict.NEUTRAL, 1), 1);
        Assessment judged = judged(Verdict.ATTACK, 2, Category.INSULT, 0.5, null);
        second.review(judged, mention());
        // When
        Assessment reviewed = second.review(judged, mention());
        // Then
        assertThat(reviewed.verdict()).isEqualTo(Verdict.ATTACK);
        assertThat(reviewed.explanation().opinion())
                .isEqualTo(Opinion.missing(OpinionOutcome.OVER_BUDGET));
        assertThat(questions).hasSize(1);
        assertThat(counted).containsExactly(OpinionOutcome.LOWERED, OpinionOutcome.OVER_BUDGET);
    }

    @Test
    void shouldAskForTheTextWithoutNamesAndSayWhoIsAnswered() {
        review(
                judged(Verdict.ATTACK, 2, Category.INSULT, 0.5, null),
                new Advice.Given(Verdict.ATTACK, 1));

        assertThat(questions).containsExactly("anonymous true");
    }

    @ParameterizedTest
    @CsvSource({"0.7, 0.6, 0.5", "-0.1, 0.6, 0.5", "0.3, 1.1, 0.5", "0.3, 0.6, 2", "NaN, 1, 1"})
    void shouldRefuseARangeThatIsNone(double from, double to, double confidence) {
        assertThatThrownBy(() -> new OpinionRange(from, to, confidence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("upstander.scoring.second-opinion");
    }

    private Assessment review(Assessment judged, Advice advice) {
        return second(advice, 30).review(judged, mention());
    }

    private SecondOpinion second(Advice advice, int perMinute) {
        return second(advice, perMinute, RANGE);
    }

    private SecondOpinion second(Advice advice, int perMinute, OpinionRange range) {
        Adviser adviser =
                (text, answered) -> {
                    questions.add(text + " " + answered);
                    return advice;
                };
        return new SecondOpinion(
                new Judged.Severe(),
                mention -> "anonymous",
                adviser,
                range,
                new OpinionBudget(perMinute, NOON),
                new Counting());
    }

    private final class Counting extends ScoringMetrics.Silent {
        @Override
        public void secondOpinion(OpinionOutcome outcome) {
            counted.add(outcome);
        }
    }
}
