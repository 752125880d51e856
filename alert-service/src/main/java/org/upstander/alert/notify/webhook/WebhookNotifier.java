package org.upstander.alert.notify.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.WebhookConfig;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Lanes;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.StableId;

/** The signed webhook: Standard Webhooks 1.0 to any URL that {@link TargetGuard} lets through. */
@ApplicationScoped
class WebhookNotifier implements Notifier {

    private static final Logger LOG = Logger.getLogger(WebhookNotifier.class);

    private final TargetGuard guard;
    private final WebhookSigner signer;
    private final WebhookBody bodies;
    private final Answers answers;
    private final PinnedHttp http;
    private final Lanes lanes;
    private final Clock clock;
    private final Duration timeout;

    @Inject
    WebhookNotifier(
            WebhookConfig config, NameService names, Vertx vertx, ObjectMapper json, Clock clock) {
        this(config, names, new PinnedHttp(vertx, new HttpClientOptions(), config), json, clock);
    }

    WebhookNotifier(
            WebhookConfig config,
            NameService names,
            PinnedHttp http,
            ObjectMapper json,
            Clock clock) {
        AddressRules rules = new AddressRules(config.allowedNetworks().orElse(List.of()));
        this.guard = new TargetGuard(names, rules, config.ports());
        this.signer = new WebhookSigner(config.secret(), config.nextSecret());
        this.bodies = new WebhookBody(json);
        this.answers = new Answers(clock, config.maxRetryAfter());
        this.http = http;
        this.lanes = new Lanes(config.connectionsPerReceiver(), config.timeout());
        this.clock = clock;
        this.timeout = config.timeout();
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
        return lanes.in(TargetGuard.laneOf(delivery.address()), () -> request(delivery));
    }

    private Uni<DeliveryResult> request(Delivery delivery) {
        return guard.check(delivery.address(), delivery.attempt())
                .chain(
                        target ->
                                target.map(place -> post(place, delivery))
                                        .orElseGet(WebhookNotifier::blocked))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(answers::of);
    }

    private Uni<DeliveryResult> post(Target target, Delivery delivery) {
        Instant now = clock.instant();
        String id = StableId.of(delivery.id());
        String body = bodies.of(delivery.message(), now);
        Map<String, String> headers =
                Map.of(
                        "content-type",
                        "application/json",
                        "user-agent",
                        "Upstander-Webhook/1",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(now.getEpochSecond()),
                        "webhook-signature",
                        signer.sign(id, now, body));
        return http.post(target, headers, body)
                .map(answer -> answers.of(answer.status(), answer.retryAfter()));
    }

    private static Uni<DeliveryResult> blocked() {
        return Uni.createFrom().item(Results.refused(FailureKind.BLOCKED_ADDRESS));
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
