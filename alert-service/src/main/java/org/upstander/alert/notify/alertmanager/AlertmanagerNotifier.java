package org.upstander.alert.notify.alertmanager;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

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
}
