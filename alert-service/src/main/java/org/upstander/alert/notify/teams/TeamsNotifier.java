package org.upstander.alert.notify.teams;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;
import org.upstander.alert.notify.http.UrlShape;

/** Microsoft Teams by a Power Automate workflow; the URL of its trigger is the address. */
@ApplicationScoped
class TeamsNotifier implements Notifier {

    private static final UrlShape TRIGGER =
            UrlShape.path(
                    Pattern.compile("/.*workflows/.+/triggers/.+"),
                    "must be the URL of a workflow's trigger, https://…/workflows/…/triggers/…; create 'Post to a channel when a webhook request is received' in Teams");

    private final HttpSender http;

    TeamsNotifier(HttpSender http) {
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.TEAMS;
    }

    @Override
    public Optional<String> refusal(String address) {
        return http.refusal(address, TeamsNotifier::shape);
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return http.post(
                delivery.address(), delivery, () -> HttpMessage.json(TeamsBody.of(delivery)));
    }

    private static Optional<String> shape(URI url) {
        return UrlShape.unless(
                        !UrlShape.host(url).endsWith(".webhook.office.com"),
                        "is a connector, which Microsoft has switched off; create a workflow 'Post to a channel when a webhook request is received' in Teams and send its URL")
                .or(() -> TRIGGER.problem(url));
    }
}
