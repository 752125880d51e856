package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Whom escalation policies call at last. */
@ConfigMapping(prefix = "upstander.directory")
public interface DirectoryConfig {

    /**
     * Contact whom a policy without a last resort of its own calls when nobody else acknowledged,
     * the built-in one too; absent: nobody.
     */
    Optional<String> lastResortContact();

    /** Whether a policy is refused that has no last resort, where there is no built-in one. */
    @WithDefault("true")
    boolean requireLastResort();
}
