package org.upstander.alert.notify.goalert;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Delivered;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Message.StateChange;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpAnswer;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;
import org.upstander.alert.notify.http.UrlShape;

/** GoAlert by its generic API; the address is the URL of an integration key, token included. */
@ApplicationScoped
class GoalertNotifier implements Notifier {

    private static final Pattern PATH = Pattern.compile("(/.*)?/api/v2/generic/incoming");
    private static final Pattern TOKEN = Pattern.compile("(.*&)?token=[^&]+(&.*)?");

    private final HttpSender http;

    GoalertNotifier(HttpSender http) {
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.GOALERT;
    }

    @Override
    public Optional<String> refusal(String address) {
        return http.refusal(address, GoalertNotifier::shape);
    }

    /** What is neither a page nor its end is no alert; acknowledging is done in GoAlert only. */
    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        Message message = delivery.message();
        return message instanceof IncidentPage
                        || message instanceof StateChange change && change.resolved()
                ? http.post(
                        delivery.address(),
                        delivery,
                        () -> message(delivery),
                        GoalertNotifier::read)
                : Uni.createFrom().item(Results.refused(FailureKind.CLIENT_ERROR));
    }

    /** Asked for JSON, GoAlert answers 200 with the alert's id rather than 204. */
    private static HttpMessage message(Delivery delivery) {
        return HttpMessage.json(GoalertBody.of(delivery)).with("accept", "application/json");
    }

    private static DeliveryResult read(HttpAnswer answer, DeliveryResult byStatus) {
        JsonNode id = answer.json().path("AlertID");
        return byStatus instanceof Delivered && id.isValueNode()
                ? Results.delivered("alert " + id.asText())
                : byStatus;
    }

    private static Optional<String> shape(URI url) {
        boolean path = !UrlShape.secure(url) || PATH.matcher(url.getPath()).matches();
        return UrlShape.unless(
                path && TOKEN.matcher(UrlShape.query(url)).matches(),
                "must be the URL of a Generic API integration key, https://{your server}/api/v2/generic/incoming?token=…");
    }
}
