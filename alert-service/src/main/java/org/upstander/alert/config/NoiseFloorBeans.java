package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.upstander.alert.application.noise.NoiseSettings;
import org.upstander.alert.domain.Dose;
import org.upstander.alert.domain.noise.ControlChart;

/** Hands out by what the noise floor is judged, and what staff may have to bear. */
@ApplicationScoped
class NoiseFloorBeans {

    @Produces
    @Singleton
    NoiseSettings noise(NoiseFloorConfig config) {
        return new NoiseSettings(
                config.window(),
                config.baselineDays(),
                new ControlChart(
                        config.leastBaseline(), config.leastMentions(), config.leastAttacks()),
                config.lookAfter(),
                config.calmAfter());
    }

    @Produces
    @Singleton
    Dose.Budget dose(DoseConfig config) {
        return new Dose.Budget(config.attacks(), config.nights(), config.consecutiveDays());
    }
}
