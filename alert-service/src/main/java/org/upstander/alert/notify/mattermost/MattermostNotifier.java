package org.upstander.alert.notify.mattermost;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

/** Mattermost by an incoming webhook; its URL is the address. */
@ApplicationScoped
class MattermostNotifier implements Notifier {

    private final HttpSender http;

    MattermostNotifier(HttpSender http) {
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.MATTERMOST;
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return http.post(
                delivery.address(),
                delivery.attempt(),
                () -> HttpMessage.json(MattermostBody.of(delivery)));
    }
}
