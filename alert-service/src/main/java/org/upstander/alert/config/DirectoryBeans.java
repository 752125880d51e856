package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.upstander.alert.application.directory.LastResort;

/** Hands the directory its settings. */
@ApplicationScoped
class DirectoryBeans {

    @Produces
    @Singleton
    LastResort lastResort(DirectoryConfig config) {
        return new LastResort(config.lastResortContact(), config.requireLastResort());
    }
}
