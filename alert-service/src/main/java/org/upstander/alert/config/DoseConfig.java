package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** What no member of staff should have to bear beyond; whoever does is shown as over budget. */
@ConfigMapping(prefix = "upstander.alert.dose")
public interface DoseConfig {

    /** Attacks within 7 days. */
    @WithDefault("50")
    @Min(0)
    long attacks();

    /** Nights within 7 days in which one came. */
    @WithDefault("3")
    @Min(0)
    long nights();

    /** Days in a row with attacks. */
    @WithDefault("5")
    @Min(0)
    long consecutiveDays();
}
