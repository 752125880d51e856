package org.upstander.alert.notify.opsgenie;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.OpsgenieConfig;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

/**
 * Opsgenie and Jira Service Management: 202 is taken, other 4xx are final, 429 and 5xx come again.
 */
@ApplicationScoped
class OpsgenieNotifier implements Notifier {

    private final OpsgenieConfig config;
    private final HttpSender http;

    OpsgenieNotifier(OpsgenieConfig config, HttpSender http) {
        this.config = config;
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.OPSGENIE;
    }

    @Override
    public Optional<String> refusal(String address) {
        return GenieKey.of(address).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "must be the API key of an integration, 16 to 128 letters, digits and '-'; with eu: in front for an account in the EU, jsm: for Jira Service Management");
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return GenieKey.of(delivery.address())
                .flatMap(to -> OpsgenieAlert.of(delivery).map(alert -> post(delivery, to, alert)))
                .orElseGet(() -> Uni.createFrom().item(Results.refused(FailureKind.CLIENT_ERROR)));
    }

    private Uni<DeliveryResult> post(Delivery delivery, GenieKey to, OpsgenieAlert alert) {
        return http.post(
                base(to) + alert.path(),
                delivery,
                () -> HttpMessage.json(alert.body()).with("authorization", "GenieKey " + to.key()));
    }

    private String base(GenieKey to) {
        URI base =
                switch (to.home()) {
                    case OPSGENIE -> config.url();
                    case OPSGENIE_EU -> config.euUrl();
                    case JIRA -> config.jsmUrl();
                };
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
