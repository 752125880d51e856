package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.upstander.alert.application.EngineSettings;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.application.directory.PrivateTargets;
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
    Notifiers notifiers(@Any Instance<Notifier> notifiers) {
        return new Notifiers(notifiers);
    }

    @Produces
    @Singleton
    PrivateTargets privateTargets(WebhookConfig config) {
        boolean allowed =
                Stream.of(config.allowedNetworks(), config.privateTargets())
                        .flatMap(given -> given.orElse(List.of()).stream())
                        .anyMatch(given -> !"false".equalsIgnoreCase(given.strip()));
        return new PrivateTargets(allowed);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
