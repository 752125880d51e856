package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstander.scoring.binding.Rosters.post;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstander.scoring.application.LiveThresholds;
import org.upstander.scoring.application.LiveThresholds.InForce;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.binding.Rosters;
import org.upstander.scoring.binding.Rosters.Builder;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Disagreement;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.domain.Verdict;

/** From where on a probability is an attack: for everybody, for one person, on trial. */
class TargetJudgeThresholdsTest {
    private static final ScorePosts SCORING = JudgeInTest.scoring(Rosters.community());

    private static Assessment only(Post post) {
        List<Assessment> assessments = SCORING.score(post).assessments();
        assertThat(assessments).hasSize(1);
        return assessments.get(0);
    }

    @Test
    void shouldRefuseThresholdsThatAreNoProbabilities() {
        assertThatThrownBy(() -> new Thresholds(1.2, 0.4, 0.7, 0.5, Thresholds.SHIPPED.severity()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 0 and 1");
    }

    @Test
    void shouldRefuseAHigherBarForJuniorStaff() {
        assertThatThrownBy(() -> new Thresholds(0.5, 0.6, 0.7, 0.5, Thresholds.SHIPPED.severity()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("junior");
    }

    @Test
    void shouldJudgeAPersonByTheirOwnBar() {
        // Given
        Post post = doubtful();
        double score = only(post).score();
        Builder dana = Rosters.member("cm-07", "Dana Okafor", List.of("Dana")).junior();

        // When
        Assessment below =
                JudgeInTest.scoring(List.of(dana.attackThreshold(score - 0.01).build()))
                        .score(post)
                        .assessments()
                        .get(0);
        Assessment above =
                JudgeInTest.scoring(List.of(dana.attackThreshold(score + 0.01).build()))
                        .score(post)
                        .assessments()
                        .get(0);

        // Then
        assertThat(below.verdict()).isEqualTo(Verdict.ATTACK);
        assertThat(below.explanation().threshold()).isEqualTo(score - 0.01);
        assertThat(above.verdict()).isNotEqualTo(Verdict.ATTACK);
        assertThat(above.explanation().threshold()).isEqualTo(score + 0.01);
    }

    @Test
    void shouldTryTheShadowBesideWhatDecides() {
        // Given
        Post post = doubtful();
        double score = only(post).score();
        LiveThresholds thresholds = new LiveThresholds(Thresholds.SHIPPED);
        List<Disagreement> seen = new ArrayList<>();
        ScorePosts scoring = JudgeInTest.scoring(Rosters.community(), thresholds, counting(seen));

        // When
        thresholds.replace(new InForce(attackFrom(score + 0.01), attackFrom(score - 0.01)));
        Assessment stricter = scoring.score(post).assessments().get(0);
        thresholds.replace(new InForce(attackFrom(score - 0.01), attackFrom(score + 0.01)));
        Assessment milder = scoring.score(post).assessments().get(0);
        thresholds.replace(new InForce(attackFrom(score - 0.01), null));
        Assessment alone = scoring.score(post).assessments().get(0);

        // Then
        assertThat(stricter.verdict()).isNotEqualTo(Verdict.ATTACK);
        assertThat(stricter.severity()).isZero();
        assertThat(stricter.shadow()).isEqualTo(Verdict.ATTACK);
        assertThat(stricter.explanation().threshold()).isEqualTo(score + 0.01);
        assertThat(milder.verdict()).isEqualTo(Verdict.ATTACK);
        assertThat(milder.shadow()).isNotEqualTo(Verdict.ATTACK);
        assertThat(alone.shadow()).isNull();
        assertThat(seen).containsExactly(Disagreement.ONLY_SHADOW, Disagreement.ONLY_LIVE);
    }

    @Test
    void shouldLetNoShadowDoubtWhatIsCertainOrSpam() {
        // Given
        LiveThresholds thresholds = new LiveThresholds(Thresholds.SHIPPED);
        thresholds.replace(new InForce(Thresholds.SHIPPED, attackFrom(0.99)));
        List<Disagreement> seen = new ArrayList<>();
        ScorePosts scoring = JudgeInTest.scoring(Rosters.community(), thresholds, counting(seen));

        // When
        Assessment doxxing =
                scoring.score(post("She picks up at 202-555-0142, have fun.")).assessments().get(0);
        Assessment spam = scoring.score(post(TargetJudgeTest.SPAM)).assessments().get(0);

        // Then
        assertThat(doxxing.shadow()).isEqualTo(Verdict.ATTACK);
        assertThat(spam.shadow()).isEqualTo(Verdict.NEUTRAL);
        assertThat(seen).isEmpty();
    }

    private static Thresholds attackFrom(double attack) {
        return new Thresholds(attack, 0.02, 0.75, 0.5, Thresholds.SHIPPED.severity());
    }

    private static ScoringMetrics counting(List<Disagreement> seen) {
        return new ScoringMetrics.Silent() {
            @Override
            public void disagreed(Disagreement kind) {
                seen.add(kind);
            }
        };
    }

    /** A post about Dana of which the model is sure neither way. */
    private static Post doubtful() {
        return Stream.of(
                        "Dana makes no sense.",
                        "Dana's decision is stupid and the whole rule makes no sense.",
                        "Dana has no idea what she is doing.",
                        "Dana should be ashamed of that decision.",
                        "Dana ruins every round she judges.",
                        "Typical Dana again.")
                .map(Rosters::post)
                .filter(post -> only(post).score() > 0.07 && only(post).score() < 0.93)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldKeepTheModelsOwnBoundsForSeverityByDefault() {
        for (int severity = 2; severity <= 4; severity++) {
            assertThat(Thresholds.SHIPPED.severity().margin(severity)).isZero();
        }
        assertThat(new Thresholds.Severity(0.9, 0.5, 0.5).margin(2)).isPositive();
    }
}
