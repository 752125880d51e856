package org.upstander.alert.notify.goalert;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Delivered;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpAnswer;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

/** GoAlert by its generic API; the address is the URL of an integration key, token included. */
@ApplicationScoped
class GoalertNotifier implements Notifier {

    private final HttpSender http;

    GoalertNotifier(HttpSender http) {
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.GOALERT;
    }

    /** What is no page is no alert. */
    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return delivery.message() instanceof IncidentPage page
                ? http.post(
                        delivery.address(),
                        delivery.attempt(),
                        () -> message(delivery, page),
                        GoalertNotifier::read)
                : Uni.createFrom().item(Results.refused(FailureKind.CLIENT_ERROR));
    }

    /** Asked for JSON, GoAlert answers 200 with the alert's id rather than 204. */
    private static HttpMessage message(Delivery delivery, IncidentPage page) {
        return HttpMessage.json(GoalertBody.of(delivery, page)).with("accept", "application/json");
    }

    private static DeliveryResult read(HttpAnswer answer, DeliveryResult byStatus) {
        JsonNode id = answer.json().path("AlertID");
        return byStatus instanceof Delivered && id.isValueNode()
                ? Results.delivered("alert " + id.asText())
                : byStatus;
    }
}
