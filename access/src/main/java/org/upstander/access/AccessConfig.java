package org.upstander.access;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** Who may call, by configuration. */
@ConfigMapping(prefix = "upstander.access")
public interface AccessConfig {

    /** A token with every scope, for the first steps and for scripts; absent: none. */
    Optional<String> adminToken();

    /**
     * Every key the service needs, under the name of its variable. In the prod profile none may
     * begin with {@code demo-} or be shorter than 16 characters.
     */
    Map<String, String> secrets();

    /** The same for keys without which a part of the service is off. */
    Map<String, Optional<String>> optionalSecrets();
}
