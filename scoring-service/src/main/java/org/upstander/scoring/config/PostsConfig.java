package org.upstander.scoring.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How posts are taken from their topic. */
@ConfigMapping(prefix = "upstander.scoring.posts")
public interface PostsConfig {

    /** Consumer group; instances of the same group share the partitions. */
    @WithDefault("upstander-scoring")
    String group();

    /** Consumers in this instance. More than the topic has partitions are idle. */
    @WithDefault("1")
    @Min(1)
    @Max(64)
    int consumers();

    /** Most records of one batch, which is scored, acknowledged and committed as a whole. */
    @WithDefault("5000")
    @Min(1)
    @Max(100_000)
    int batch();

    /** When to stop setting records aside. */
    DeadLetters deadLetters();

    /**
     * A reader that is wrong itself, say after a bad update, would empty the topic into the dead
     * letters. Beyond either bound the consumer stops, readiness goes down, and a person looks.
     */
    interface DeadLetters {

        /** Most dead letters one after another. */
        @WithDefault("100")
        @Min(1)
        @Max(1_000_000)
        int inARow();

        /** Most dead letters among the last 1,000 records, once so many were read. */
        @WithDefault("50")
        @Min(1)
        @Max(1000)
        int inAThousand();
    }
}
