package org.upstander.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start in the prod profile on a secret that anybody can read in this repository. */
@ApplicationScoped
class SecretGuard {

    static final String DEMO_PREFIX = "demo-";
    static final int MIN_LENGTH = 16;

    private final AccessConfig config;

    SecretGuard(AccessConfig config) {
        this.config = config;
    }

    void onStart(@Observes @Priority(1) StartupEvent start) {
        if (ConfigUtils.isProfileActive("prod")) {
            config.adminToken().ifPresent(token -> refuseDemo("UPSTANDER_ADMIN_TOKEN", token));
            config.secrets().forEach(SecretGuard::check);
            config.optionalSecrets()
                    .forEach((name, key) -> key.ifPresent(given -> check(name, given)));
        }
    }

    static void check(String name, String key) {
        refuseDemo(name, key);
        if (key.length() < MIN_LENGTH) {
            throw new IllegalStateException(
                    "%s is shorter than %d characters: use a longer random value"
                            .formatted(name, MIN_LENGTH));
        }
    }

    static void refuseDemo(String name, String secret) {
        if (secret.startsWith(DEMO_PREFIX)) {
            throw new IllegalStateException(
                    "%s is not set, or is a demo value: set it in the environment or as a file in UPSTANDER_SECRETS_DIR"
                            .formatted(name));
        }
    }
}
