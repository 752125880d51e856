package org.upstander.alert.notify.ntfy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Delivered;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpAnswer;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

/**
 * Push by ntfy. The address is the topic's URL, with {@code ?token=tk_…} where the server asks for
 * one; the token travels in a header.
 */
@ApplicationScoped
class NtfyNotifier implements Notifier {

    private final HttpSender http;

    NtfyNotifier(HttpSender http) {
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.NTFY;
    }

    @Override
    public Optional<String> refusal(String address) {
        return http.refusal(address, NtfyTopic::problem);
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return NtfyTopic.of(delivery.address())
                .map(
                        topic ->
                                http.post(
                                        topic.base(),
                                        delivery,
                                        () -> message(delivery, topic),
                                        NtfyNotifier::read))
                .orElseGet(() -> Uni.createFrom().item(Results.refused(FailureKind.CLIENT_ERROR)));
    }

    private static HttpMessage message(Delivery delivery, NtfyTopic topic) {
        HttpMessage message = HttpMessage.json(NtfyBody.of(delivery, topic.topic()));
        return topic.token()
                .map(token -> message.with("authorization", "Bearer " + token))
                .orElse(message);
    }

    private static DeliveryResult read(HttpAnswer answer, DeliveryResult byStatus) {
        JsonNode id = answer.json().path("id");
        return byStatus instanceof Delivered && id.isValueNode()
                ? Results.delivered("message " + id.asText())
                : byStatus;
    }
}
