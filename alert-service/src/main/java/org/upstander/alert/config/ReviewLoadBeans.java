package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.upstander.alert.domain.ReviewLoad;

/** Hands out the budget of responders. */
@ApplicationScoped
class ReviewLoadBeans {

    @Produces
    @Singleton
    ReviewLoad.Budget budget(ReviewLoadConfig config) {
        return new ReviewLoad.Budget(
                config.itemsRead(),
                config.minutesRead(),
                config.nightsDisturbed(),
                config.consecutiveDays());
    }
}
