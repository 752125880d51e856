package org.upstander.alert.notify.alertmanager;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Message.StateChange;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.AlertmanagerConfig;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;
import org.upstander.alert.notify.http.UrlShape;

/** Alertmanager, API version 2; the address is its base URL. */
@ApplicationScoped
class AlertmanagerNotifier implements Notifier {

    private final HttpSender http;
    private final Clock clock;
    private final Duration firesFor;

    AlertmanagerNotifier(HttpSender http, Clock clock, AlertmanagerConfig config) {
        this.http = http;
        this.clock = clock;
        this.firesFor = config.firesFor();
        if (config.resendEvery().multipliedBy(2).compareTo(firesFor) > 0) {
            throw new IllegalArgumentException(
                    "UPSTANDER_ALERTMANAGER_FIRES_FOR must be at least twice UPSTANDER_ALERTMANAGER_RESEND_EVERY: an alert would end between two resends");
        }
    }

    @Override
    public Channel channel() {
        return Channel.ALERTMANAGER;
    }

    @Override
    public Optional<String> refusal(String address) {
        return http.refusal(address, AlertmanagerNotifier::shape);
    }

    /** What is neither a page nor its end is no alert; it does not know acknowledgements. */
    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        if (delivery.message() instanceof IncidentPage page) {
            return post(delivery, page, firesFor);
        }
        return delivery.message() instanceof StateChange change && change.resolved()
                ? post(delivery, change.page(), Duration.ZERO)
                : Uni.createFrom().item(Results.refused(FailureKind.CLIENT_ERROR));
    }

    private Uni<DeliveryResult> post(Delivery delivery, IncidentPage page, Duration fires) {
        return http.post(
                alerts(delivery.address()),
                delivery,
                () ->
                        HttpMessage.json(
                                AlertmanagerBody.of(
                                        page, delivery.alertKey(), clock.instant().plus(fires))));
    }

    private static String alerts(String base) {
        return base + (base.endsWith("/") ? "" : "/") + "api/v2/alerts";
    }

    private static Optional<String> shape(URI url) {
        return UrlShape.unless(
                UrlShape.query(url).isEmpty() && !url.getPath().contains("/api/"),
                "must be the base URL of Alertmanager, such as https://alertmanager.example.org; /api/v2/alerts is added to it");
    }
}
