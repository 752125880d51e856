package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.application.EngineSettings;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.application.PageLimits;
import org.upstander.alert.application.RoutingSettings;
import org.upstander.alert.domain.Backoff;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Throttle;

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
    PageLimits limits(ThrottleConfig config) {
        return new PageLimits(
                Arrays.stream(Channel.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), channel -> limit(channel, config))));
    }

    private static Throttle limit(Channel channel, ThrottleConfig config) {
        return switch (channel) {
            case SMS -> config.sms();
            case VOICE -> config.voice();
            case EMAIL, SLACK, TEAMS, DISCORD, MATTERMOST, NTFY, WEBPUSH -> config.messages();
            case WEBHOOK, PAGERDUTY, OPSGENIE, ALERTMANAGER, GOALERT -> config.systems();
            // Nothing rings: a row, and a mail for each interval.
            case INBOX, DIGEST -> new Throttle(List.of());
        };
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
