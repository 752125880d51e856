package org.upstander.alert.notify.webpush;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.KeysConfig;
import org.upstander.alert.config.WebPushConfig;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.MethodCheck;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpAnswer;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

/**
 * Web Push (RFC 8030) to a browser: encrypted for it, signed by us. Made at start, so that a wrong
 * key shows then.
 */
@Startup
@ApplicationScoped
class WebPushNotifier implements Notifier {

    private static final int URGENT = 3;
    private static final int MAX_TOPIC = 32;

    private final Optional<Vapid> vapid;
    private final HttpSender http;
    private final Clock clock;

    WebPushNotifier(WebPushConfig config, KeysConfig keys, HttpSender http, Clock clock) {
        this.vapid =
                config.publicKey().isPresent() || config.privateKey().isPresent()
                        ? Optional.of(
                                Vapid.of(
                                        config.publicKey().orElse(""),
                                        config.privateKey().orElse(""),
                                        config.subject().orElse(keys.publicUrl().toString())))
                        : Optional.empty();
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.WEBPUSH;
    }

    @Override
    public Optional<String> refusal(String address) {
        if (vapid.isEmpty()) {
            return Optional.of(
                    "cannot be used here: UPSTANDER_WEBPUSH_PUBLIC_KEY and UPSTANDER_WEBPUSH_PRIVATE_KEY are not set");
        }
        return Subscription.of(address)
                .map(found -> http.refusal(found.endpoint().toString(), url -> Optional.empty()))
                .orElse(Optional.of(Subscription.FORM));
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        Optional<Subscription> to = Subscription.of(delivery.address());
        if (vapid.isEmpty() || to.isEmpty()) {
            return Uni.createFrom()
                    .item(
                            Results.refused(
                                    vapid.isEmpty()
                                            ? FailureKind.AUTHENTICATION
                                            : FailureKind.CLIENT_ERROR));
        }
        return http.post(
                to.get().endpoint().toString(),
                delivery,
                () -> message(delivery, to.get(), vapid.get()),
                WebPushNotifier::read);
    }

    private HttpMessage message(Delivery delivery, Subscription to, Vapid sender) {
        int severity = delivery.message() instanceof IncidentPage page ? page.severity() : 0;
        byte[] body = Aes128Gcm.encrypt(PushBody.of(delivery), to.key(), to.auth());
        return new HttpMessage(
                Map.of(
                        "content-type",
                        "application/octet-stream",
                        "content-encoding",
                        "aes128gcm",
                        "ttl",
                        Long.toString(timeToLive(severity).toSeconds()),
                        "urgency",
                        severity >= URGENT ? "high" : "normal",
                        "topic",
                        topic(delivery.id()),
                        "authorization",
                        sender.authorization(to.endpoint(), clock.instant())),
                Buffer.buffer(body));
    }

    /** How long a page is worth waking somebody whose device was off. */
    private static Duration timeToLive(int severity) {
        return switch (severity) {
            case 4 -> Duration.ofHours(24);
            case 3 -> Duration.ofHours(12);
            case 2 -> Duration.ofHours(4);
            case 1 -> Duration.ofHours(1);
            default -> MethodCheck.LIFETIME;
        };
    }

    /** A repetition takes the place of what the device did not fetch yet. */
    static String topic(String id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(digest).substring(0, MAX_TOPIC);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A push service says 404 of a subscription that it forgot (RFC 8030, section 7.3). */
    private static DeliveryResult read(HttpAnswer answer, DeliveryResult byStatus) {
        return answer.status() == 404 ? Results.refused(FailureKind.GONE) : byStatus;
    }
}
