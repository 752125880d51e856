package org.upstander.alert.notify.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.StateChange;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpAnswer;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;
import org.upstander.alert.notify.http.UrlShape;

/** Discord by a webhook of a channel; its URL is the address, with {@code thread_id} if wanted. */
@ApplicationScoped
class DiscordNotifier implements Notifier {

    private static final UrlShape SHAPE =
            UrlShape.path(
                    Pattern.compile("/api/(v\\d+/)?webhooks/\\d+/[A-Za-z0-9_-]+"),
                    "must be the URL of a webhook, https://discord.com/api/webhooks/{id}/{token}; copy it under Edit Channel, Integrations");

    private static final Pattern MESSAGE = Pattern.compile("[0-9]{1,20}");

    private static final int UNKNOWN_MESSAGE = 10008;
    private static final int UNKNOWN_WEBHOOK = 10015;
    private static final double MOST_SECONDS = 86_400;

    private final HttpSender http;

    DiscordNotifier(HttpSender http) {
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.DISCORD;
    }

    @Override
    public Optional<String> refusal(String address) {
        return http.refusal(address, SHAPE);
    }

    /** What became of it is shown in the message that told of it. */
    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        if (!(delivery.message() instanceof StateChange)) {
            return http.post(
                    waiting(delivery.address()),
                    delivery,
                    () -> HttpMessage.json(DiscordBody.of(delivery)),
                    DiscordNotifier::read);
        }
        return MESSAGE.matcher(delivery.alertKey()).matches()
                ? http.post(
                        message(delivery.address(), delivery.alertKey()),
                        delivery,
                        () -> HttpMessage.json(DiscordBody.of(delivery)).asPatch(),
                        DiscordNotifier::changed)
                : Uni.createFrom().item(Results.refused(FailureKind.CLIENT_ERROR));
    }

    /** With {@code wait} Discord answers when it has the message, not before. */
    private static String waiting(String url) {
        return url + (url.contains("?") ? "&" : "?") + "wait=true";
    }

    /** The thread stays in the query: a message in a thread is found in no other way. */
    private static String message(String url, String id) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return path + "/messages/" + id + (query < 0 ? "" : url.substring(query));
    }

    /** Whoever deleted the message wanted to see nothing of it. */
    private static DeliveryResult changed(HttpAnswer answer, DeliveryResult byStatus) {
        return answer.status() == 404 && answer.json().path("code").asInt() == UNKNOWN_MESSAGE
                ? Results.delivered("the message was deleted")
                : read(answer, byStatus);
    }

    private static DeliveryResult read(HttpAnswer answer, DeliveryResult byStatus) {
        JsonNode body = answer.json();
        return switch (answer.status()) {
            case 200 ->
                    body.path("id").isTextual()
                            ? Results.delivered("message " + body.path("id").asText())
                            : byStatus;
            case 404 ->
                    body.path("code").asInt() == UNKNOWN_WEBHOOK
                            ? Results.refused(FailureKind.GONE)
                            : byStatus;
            case 429 -> retryAfter(body).orElse(byStatus);
            default -> byStatus;
        };
    }

    /** Seconds with a fraction, finer than the header. */
    private static Optional<DeliveryResult> retryAfter(JsonNode body) {
        return Optional.of(body.path("retry_after"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble)
                .filter(seconds -> seconds >= 0)
                .map(seconds -> Math.ceil(Math.min(seconds, MOST_SECONDS) * 1_000))
                .map(
                        millis ->
                                Results.again(
                                        FailureKind.RATE_LIMITED,
                                        Optional.of(Duration.ofMillis(millis.longValue()))));
    }
}
