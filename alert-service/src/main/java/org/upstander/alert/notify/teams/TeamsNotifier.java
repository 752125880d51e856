package org.upstander.alert.notify.teams;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;

/** Microsoft Teams by a Power Automate workflow; the URL of its trigger is the address. */
@ApplicationScoped
class TeamsNotifier implements Notifier {

    private final HttpSender http;

    TeamsNotifier(HttpSender http) {
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.TEAMS;
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return http.post(
                delivery.address(),
                delivery.attempt(),
                () -> HttpMessage.json(TeamsBody.of(delivery)));
    }
}
