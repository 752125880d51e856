package org.upstander.alert.notify.mattermost;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;
import org.upstander.alert.notify.http.UrlShape;

/** Mattermost by an incoming webhook; its URL is the address. */
@ApplicationScoped
class MattermostNotifier implements Notifier {

    private static final UrlShape SHAPE =
            UrlShape.path(
                    Pattern.compile("(/.*)?/hooks/[A-Za-z0-9]+"),
                    "must be the URL of an incoming webhook, https://{your server}/hooks/{key}; copy it under Integrations");

    private final HttpSender http;

    MattermostNotifier(HttpSender http) {
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.MATTERMOST;
    }

    @Override
    public Optional<String> refusal(String address) {
        return http.refusal(address, SHAPE);
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return http.post(
                delivery.address(), delivery, () -> HttpMessage.json(MattermostBody.of(delivery)));
    }
}
