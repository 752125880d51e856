package org.upstander.alert.notify.alertmanager;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Notifier;
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

    AlertmanagerNotifier(HttpSender http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.ALERTMANAGER;
    }

    @Override
    public Optional<String> refusal(String address) {
        return http.refusal(address, AlertmanagerNotifier::shape);
    }

    /** What is no page is no alert. */
    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return delivery.message() instanceof IncidentPage page
                ? http.post(
                        alerts(delivery.address()),
                        delivery.attempt(),
                        () -> HttpMessage.json(AlertmanagerBody.of(page, clock.instant())))
                : Uni.createFrom().item(Results.refused(FailureKind.CLIENT_ERROR));
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
