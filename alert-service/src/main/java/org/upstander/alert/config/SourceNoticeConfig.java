package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What contacts are told of sources that are blind. */
@ConfigMapping(prefix = "upstander.source-notices")
public interface SourceNoticeConfig {

    /** Between two things that a contact is told of one source; a minute to a day. */
    @WithDefault("PT1H")
    Duration pause();
}
