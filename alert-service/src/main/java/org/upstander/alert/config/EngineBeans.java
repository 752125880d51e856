package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.upstander.alert.application.EngineSettings;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.application.RoutingSettings;
import org.upstander.alert.domain.Backoff;

/** Hands the engine its settings and its clock. */
@ApplicationScoped
class EngineBeans {

    @Produces
    @Singleton
    EngineSettings settings(EngineConfig config) {
        EngineConfig.Delivery delivery = config.delivery();
        return new EngineSettings(
                config.window(),
                config.reopenWithin(),
                config.pageFromSeverity(),
                config.pagesAtOnce(),
                new EngineSettings.Deliveries(
                        delivery.lease(),
                        new Backoff(delivery.retryAfter(), delivery.longestRetry()),
                        delivery.inFlight(),
                        delivery.perAddress()),
                config.inboxRetention(),
                config.locale());
    }

    @Produces
    @Singleton
    RoutingSettings routing(EngineConfig config) {
        return new RoutingSettings(config.actedWithin());
    }

    @Produces
    @Singleton
    Notifiers notifiers(@Any Instance<Notifier> notifiers) {
        return new Notifiers(notifiers);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
