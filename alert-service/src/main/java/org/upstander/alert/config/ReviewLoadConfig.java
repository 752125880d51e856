package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** What is asked of no responder beyond; whoever bears more is shown as over budget. */
@ConfigMapping(prefix = "upstander.alert.review-load")
public interface ReviewLoadConfig {

    /** Texts read within 7 days. */
    @WithDefault("200")
    @Min(0)
    long itemsRead();

    /** Minutes spent on reading within 7 days. */
    @WithDefault("180")
    @Min(0)
    long minutesRead();

    /** Nights within 7 days in which a page reached them. */
    @WithDefault("2")
    @Min(0)
    long nightsDisturbed();

    /** Days in a row on which they read texts or a page reached them. */
    @WithDefault("5")
    @Min(0)
    long consecutiveDays();
}
