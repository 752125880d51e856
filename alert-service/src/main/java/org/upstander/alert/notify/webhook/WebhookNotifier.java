package org.upstander.alert.notify.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.WebhookConfig;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.StableId;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

/** The signed webhook: Standard Webhooks 1.0 to any URL that {@link HttpSender} may reach. */
@ApplicationScoped
class WebhookNotifier implements Notifier {

    private static final Logger LOG = Logger.getLogger(WebhookNotifier.class);

    private final WebhookSigner signer;
    private final WebhookBody bodies;
    private final HttpSender http;
    private final Clock clock;

    WebhookNotifier(WebhookConfig config, HttpSender http, ObjectMapper json, Clock clock) {
        this.signer = new WebhookSigner(config.secret(), config.nextSecret());
        this.bodies = new WebhookBody(json);
        this.http = http;
        this.clock = clock;
    }

    /** A wrong secret or network shows at start, not with the first page. */
    void onStart(@Observes StartupEvent start, WebhookConfig config) {
        if (ConfigUtils.isProfileActive("prod")) {
            Stream.of(config.secret(), config.nextSecret())
                    .flatMap(secret -> secret.stream())
                    .forEach(WebhookSigner::refuseDemo);
        }
        if (!signer.ready()) {
            LOG.warn("no webhook will be sent: UPSTANDER_WEBHOOK_SECRET is not set");
        }
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        if (!signer.ready()) {
            return Uni.createFrom().item(Results.refused(FailureKind.AUTHENTICATION));
        }
        return http.post(delivery.address(), delivery, () -> message(delivery));
    }

    private HttpMessage message(Delivery delivery) {
        Instant now = clock.instant();
        String id = StableId.of(delivery.id());
        String body = bodies.of(delivery.message(), now);
        return HttpMessage.json(body)
                .with("user-agent", "Upstander-Webhook/1")
                .with("webhook-id", id)
                .with("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .with("webhook-signature", signer.sign(id, now, body));
    }
}
