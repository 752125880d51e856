package org.upstander.scoring.config;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The defaults are published in the README: whoever changes one here breaks somebody's setting. */
class ConfigTest {

    @Test
    void theDefaultsForPostsAreThePublishedOnes() {
        PostsConfig posts = config(Map.of()).getConfigMapping(PostsConfig.class);
        assertThat(posts.group()).isEqualTo("upstander-scoring");
        assertThat(posts.consumers()).isEqualTo(1);
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
                .withMapping(RosterConfig.class)
                .withDefaultValues(values)
                .build();
    }
}
