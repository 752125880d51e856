package org.upstander.alert.notify.pagerduty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.PagerDutyConfig;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

/** PagerDuty, Events API v2: 202 is taken, 400 is final, 429 and 5xx come again. */
@ApplicationScoped
class PagerDutyNotifier implements Notifier {

    private final PagerDutyConfig config;
    private final HttpSender http;

    PagerDutyNotifier(PagerDutyConfig config, HttpSender http) {
        this.config = config;
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.PAGERDUTY;
    }

    @Override
    public Optional<String> refusal(String address) {
        return RoutingKey.of(address).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "must be the routing key of an Events API v2 integration, 32 letters and digits; with eu: in front for an account in the EU");
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return RoutingKey.of(delivery.address())
                .flatMap(to -> event(delivery, to).map(event -> post(delivery, to, event)))
                .orElseGet(() -> Uni.createFrom().item(Results.refused(FailureKind.CLIENT_ERROR)));
    }

    private static Optional<String> event(Delivery delivery, RoutingKey to) {
        return PagerDutyEvent.of(delivery, to.key());
    }

    private Uni<DeliveryResult> post(Delivery delivery, RoutingKey to, String event) {
        URI base = to.eu() ? config.euUrl() : config.url();
        return http.post(
                base.resolve("/v2/enqueue").toString(), delivery, () -> HttpMessage.json(event));
    }
}
