package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How incidents are grouped and people are called. */
@ConfigMapping(prefix = "upstander.alert.engine")
public interface EngineConfig {

    /** Longest pause within an incident: a later attack opens a new one. */
    @WithDefault("PT24H")
    Duration window();

    /** An attack that comes later after an incident was resolved opens a new one; zero: any. */
    @WithDefault("PT1H")
    Duration reopenWithin();

    /** Attacks of a lower severity are kept and call nobody. */
    @WithDefault("1")
    @Min(1)
    @Max(4)
    int pageFromSeverity();

    /**
     * How long before an incident a moderation action against one of its authors counts: whoever
     * took it is not called alone. Zero: not at all.
     */
    @WithDefault("P14D")
    Duration actedWithin();

    /** Pause between two looks at the tables; what this instance makes itself is found at once. */
    @WithDefault("PT1S")
    Duration poll();

    /** Steps that fire in one transaction. */
    @WithDefault("64")
    @Min(1)
    @Max(1000)
    int pagesAtOnce();

    /**
     * How long consumed events are remembered. Longer than their topics keep them, or a replay
     * counts twice.
     */
    @WithDefault("P30D")
    Duration inboxRetention();

    /** Language of messages, BCP 47. */
    @WithDefault("en")
    Locale locale();

    Delivery delivery();

    /** How messages are sent. */
    interface Delivery {

        /**
         * How long an attempt may take before another instance repeats it. Longer than every
         * channel's timeout.
         */
        @WithDefault("PT60S")
        Duration lease();

        /**
         * Waits before the second attempt, the third, …; after the last one the address is given
         * up.
         */
        @WithDefault("PT5S,PT30S,PT2M,PT5M,PT10M")
        List<Duration> retryAfter();

        /** What a receiver may ask us to wait at most. */
        @WithDefault("PT15M")
        Duration longestRetry();

        /** Attempts at the same time. */
        @WithDefault("256")
        @Min(1)
        @Max(10000)
        int inFlight();

        /** Attempts at the same time to one address. */
        @WithDefault("8")
        @Min(1)
        @Max(1000)
        int perAddress();
    }
}
