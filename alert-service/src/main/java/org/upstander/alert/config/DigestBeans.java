package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.upstander.alert.application.DigestSettings;

/** Hands out the rhythm of digests. */
@ApplicationScoped
class DigestBeans {

    @Produces
    @Singleton
    DigestSettings digests(DigestConfig config) {
        return new DigestSettings(config.interval());
    }
}
