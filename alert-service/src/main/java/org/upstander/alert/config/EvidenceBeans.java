package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.upstander.alert.application.original.OriginalSeals;
import org.upstander.alert.application.original.OriginalSettings;

/** Hands out which originals are kept. */
@ApplicationScoped
class EvidenceBeans {

    @Produces
    @Singleton
    OriginalSettings originals(EvidenceConfig config, OriginalSeals seals) {
        return new OriginalSettings(seals.haveKey(), config.perIncident());
    }
}
