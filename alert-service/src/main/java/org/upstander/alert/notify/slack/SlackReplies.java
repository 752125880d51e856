package org.upstander.alert.notify.slack;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import org.upstander.alert.application.ButtonReplies;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Message;
import org.upstander.alert.config.SlackConfig;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;
import org.upstander.alert.notify.http.UrlShape;

/**
 * Posts to the {@code response_url} of a pressed button, which Slack takes five times in half an
 * hour. It is read from a request, so it must be one of Slack's own, and passes the guard as well.
 */
@ApplicationScoped
class SlackReplies implements ButtonReplies {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpSender http;
    private final URI home;

    SlackReplies(HttpSender http, SlackConfig config) {
        this.http = http;
        this.home = config.url();
    }

    @Override
    public Uni<Void> replace(String replyTo, Message.StateChange change) {
        return post(replyTo, SlackBody.instead(change));
    }

    @Override
    public Uni<Void> aside(String replyTo, String text) {
        return post(replyTo, SlackBody.aside(text));
    }

    private Uni<Void> post(String replyTo, String body) {
        return isAtHome(replyTo) ? post(replyTo, body, 1) : Uni.createFrom().voidItem();
    }

    private Uni<Void> post(String replyTo, String body, int attempt) {
        return http.post(replyTo, attempt, () -> HttpMessage.json(body))
                .chain(
                        result ->
                                result instanceof DeliveryResult.TryAgain && attempt < ATTEMPTS
                                        ? Uni.createFrom()
                                                .voidItem()
                                                .onItem()
                                                .delayIt()
                                                .by(PAUSE.multipliedBy(attempt))
                                                .chain(() -> post(replyTo, body, attempt + 1))
                                        : Uni.createFrom().voidItem());
    }

    private boolean isAtHome(String replyTo) {
        return UrlShape.url(replyTo)
                .filter(url -> url.getScheme().equals(home.getScheme()))
                .filter(url -> url.getHost().equalsIgnoreCase(home.getHost()))
                .filter(url -> url.getPort() == home.getPort())
                .isPresent();
    }
}
