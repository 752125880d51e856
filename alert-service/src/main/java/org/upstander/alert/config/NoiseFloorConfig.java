package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When contacts are told that the share of attacks on somebody is out of its usual limits. */
@ConfigMapping(prefix = "upstander.noise-floor")
public interface NoiseFloorConfig {

    /** What is judged: the time before it is looked; an hour to a week. */
    @WithDefault("P1D")
    Duration window();

    /** What is usual: the days before that; 7 to 90. */
    @WithDefault("28")
    int baselineDays();

    /** So many mentions make something usual. */
    @WithDefault("100")
    long leastBaseline();

    /** Fewer mentions are not judged. */
    @WithDefault("20")
    long leastMentions();

    /** Fewer attacks are never too many. */
    @WithDefault("3")
    long leastAttacks();

    /** From an attack until it is looked; a second to an hour. */
    @WithDefault("PT5M")
    Duration lookAfter();

    /** So long within its limits ends it: what comes later is told again; an hour to a week. */
    @WithDefault("P1D")
    Duration calmAfter();
}
