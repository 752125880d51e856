package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the built-in escalation policy needs to know. */
@ConfigMapping(prefix = "upstander.directory")
public interface DirectoryConfig {

    /** Contact whom the built-in policy calls when nobody else acknowledged; absent: nobody. */
    Optional<String> lastResortContact();
}
