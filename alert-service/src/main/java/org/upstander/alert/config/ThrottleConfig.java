package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.upstander.alert.domain.Throttle;

/**
 * How often one address is paged: {@code most/window}, separated by commas, all of which hold; or
 * {@code none}. Windows are ISO 8601 durations. The numbers for phones are GoAlert's.
 */
@ConfigMapping(prefix = "upstander.alert.throttle")
public interface ThrottleConfig {

    /** Text messages to one number. */
    @WithDefault("1/PT1M,5/PT15M,11/PT1H,21/PT3H")
    @WithConverter(ThrottleConverter.class)
    Throttle sms();

    /** Calls to one number. */
    @WithDefault("1/PT1M,3/PT15M,7/PT1H,15/PT3H")
    @WithConverter(ThrottleConverter.class)
    Throttle voice();

    /** Messages to one mailbox, chat or topic. */
    @WithDefault("5/PT1M,30/PT1H")
    @WithConverter(ThrottleConverter.class)
    Throttle messages();

    /** Triggers of another system, which decides itself how often somebody is disturbed. */
    @WithDefault("none")
    @WithConverter(ThrottleConverter.class)
    Throttle systems();
}
