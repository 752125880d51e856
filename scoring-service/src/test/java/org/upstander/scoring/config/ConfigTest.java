package org.upstander.scoring.config;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.scoring.domain.Thresholds;

/** The defaults are published in the README: whoever changes one here breaks somebody's setting. */
class ConfigTest {

    @Test
    void theDefaultsForPostsAreThePublishedOnes() {
        PostsConfig posts = config(Map.of()).getConfigMapping(PostsConfig.class);
        assertThat(posts.group()).isEqualTo("upstander-scoring");
        assertThat(posts.consumers()).isEqualTo(2);
        assertThat(posts.batch()).isEqualTo(5000);
        assertThat(posts.deadLetters().inARow()).isEqualTo(100);
        assertThat(posts.deadLetters().inAThousand()).isEqualTo(50);
    }

    @Test
    void theDefaultsForTheRosterAreThePublishedOnes() {
        assertThat(config(Map.of()).getConfigMapping(RosterConfig.class).compileInterval())
                .isEqualTo(ofMillis(200));
    }

    @Test
    void theDefaultsForTheJudgeAreThoseThatTheModelWasMeasuredWith() {
        JudgeConfig judge = config(Map.of()).getConfigMapping(JudgeConfig.class);
        assertThat(judge.attack()).isEqualTo(Thresholds.SHIPPED.attack());
        assertThat(judge.juniorAttack()).isEqualTo(Thresholds.SHIPPED.juniorAttack());
        assertThat(judge.spam()).isEqualTo(Thresholds.SHIPPED.spam());
        assertThat(judge.category()).isEqualTo(Thresholds.SHIPPED.category());
        assertThat(judge.severity().two()).isEqualTo(Thresholds.SHIPPED.severity().two());
        assertThat(judge.severity().three()).isEqualTo(Thresholds.SHIPPED.severity().three());
        assertThat(judge.severity().four()).isEqualTo(Thresholds.SHIPPED.severity().four());
    }

    @Test
    void everyKeyOfTheJudgeIsMapped() {
        // When
        JudgeConfig judge =
                config(
                                Map.of(
                                        "upstander.scoring.judge.attack", "0.61",
                                        "upstander.scoring.judge.junior-attack", "0.62",
                                        "upstander.scoring.judge.spam", "0.63",
                                        "upstander.scoring.judge.category", "0.64",
                                        "upstander.scoring.judge.severity.two", "0.65",
                                        "upstander.scoring.judge.severity.three", "0.66",
                                        "upstander.scoring.judge.severity.four", "0.67"))
                        .getConfigMapping(JudgeConfig.class);
        // Then
        assertThat(
                        List.of(
                                judge.attack(),
                                judge.juniorAttack(),
                                judge.spam(),
                                judge.category(),
                                judge.severity().two(),
                                judge.severity().three(),
                                judge.severity().four()))
                .containsExactly(0.61, 0.62, 0.63, 0.64, 0.65, 0.66, 0.67);
    }

    @Test
    void nobodyElseIsAskedUnlessSwitchedOn() {
        SecondOpinionConfig opinion = config(Map.of()).getConfigMapping(SecondOpinionConfig.class);
        assertThat(opinion.enabled()).isFalse();
        assertThat(opinion.url()).isEmpty();
        assertThat(opinion.model()).isEmpty();
        assertThat(opinion.apiKey()).isEmpty();
        assertThat(opinion.timeout()).isEqualTo(ofSeconds(2));
        assertThat(opinion.perMinute()).isEqualTo(30);
        assertThat(opinion.from()).isEqualTo(0.35);
        assertThat(opinion.to()).isEqualTo(0.65);
        assertThat(opinion.confidence()).isEqualTo(0.5);
    }

    @Test
    void everyKeyOfTheSecondOpinionIsMapped() {
        // When
        SecondOpinionConfig opinion =
                config(
                                Map.of(
                                        "upstander.scoring.second-opinion.enabled", "true",
                                        "upstander.scoring.second-opinion.url", "http://llm/v1",
                                        "upstander.scoring.second-opinion.model", "small",
                                        "upstander.scoring.second-opinion.api-key", "demo-key",
                                        "upstander.scoring.second-opinion.timeout", "3s",
                                        "upstander.scoring.second-opinion.per-minute", "7",
                                        "upstander.scoring.second-opinion.from", "0.1",
                                        "upstander.scoring.second-opinion.to", "0.2",
                                        "upstander.scoring.second-opinion.confidence", "0.9"))
                        .getConfigMapping(SecondOpinionConfig.class);
        // Then
        assertThat(opinion.enabled()).isTrue();
        assertThat(opinion.url()).contains(URI.create("http://llm/v1"));
        assertThat(opinion.model()).contains("small");
        assertThat(opinion.apiKey()).contains("demo-key");
        assertThat(opinion.timeout()).isEqualTo(ofSeconds(3));
        assertThat(opinion.perMinute()).isEqualTo(7);
        assertThat(List.of(opinion.from(), opinion.to(), opinion.confidence()))
                .containsExactly(0.1, 0.2, 0.9);
    }

    @Test
    void importedScoresAreNoReasonToAskUnlessOneIsNamed() {
        ImportedConfig none = config(Map.of()).getConfigMapping(ImportedConfig.class);
        assertThat(none.attribute()).isEmpty();
        assertThat(none.atLeast()).isEqualTo(0.8);
        ImportedConfig imported =
                config(
                                Map.of(
                                        "upstander.scoring.imported.attribute", "TOXICITY",
                                        "upstander.scoring.imported.at-least", "0.9"))
                        .getConfigMapping(ImportedConfig.class);
        assertThat(imported.attribute()).contains("TOXICITY");
        assertThat(imported.atLeast()).isEqualTo(0.9);
    }

    @Test
    void everyKeyIsMapped() {
        // When
        SmallRyeConfig config =
                config(
                        Map.of(
                                "upstander.scoring.posts.group", "other",
                                "upstander.scoring.posts.consumers", "4",
                                "upstander.scoring.posts.batch", "7",
                                "upstander.scoring.posts.dead-letters.in-a-row", "8",
                                "upstander.scoring.posts.dead-letters.in-a-thousand", "9",
                                "upstander.scoring.roster.compile-interval", "3s"));
        // Then
        PostsConfig posts = config.getConfigMapping(PostsConfig.class);
        assertThat(posts.group()).isEqualTo("other");
        assertThat(posts.consumers()).isEqualTo(4);
        assertThat(posts.batch()).isEqualTo(7);
        assertThat(posts.deadLetters().inARow()).isEqualTo(8);
        assertThat(posts.deadLetters().inAThousand()).isEqualTo(9);
        assertThat(config.getConfigMapping(RosterConfig.class).compileInterval())
                .isEqualTo(ofSeconds(3));
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(PostsConfig.class)
                .withMapping(JudgeConfig.class)
                .withMapping(RosterConfig.class)
                .withMapping(SecondOpinionConfig.class)
                .withMapping(ImportedConfig.class)
                .withDefaultValues(values)
                .build();
    }
}
