package org.upstander.alert.notify.slack;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.SlackConfig;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpAnswer;
import org.upstander.alert.notify.http.HttpMessage;
import org.upstander.alert.notify.http.HttpSender;
import org.upstander.alert.notify.http.UrlShape;

/**
 * Slack by an incoming webhook; its URL is the address. Buttons that act here are only for those
 * whose answers would be believed.
 */
@ApplicationScoped
class SlackNotifier implements Notifier {

    private static final UrlShape SHAPE =
            UrlShape.path(
                    Pattern.compile("/services/[^/]+/[^/]+/[^/]+"),
                    "must be the URL of an incoming webhook, https://hooks.slack.com/services/T…/B…/…; add one to your Slack app under Incoming Webhooks");

    // Slack's errors are plain text: these say that the webhook is no more.
    private static final Set<String> GONE = Set.of("no_service", "no_active_hooks");

    private final HttpSender http;
    private final boolean answers;

    SlackNotifier(HttpSender http, SlackConfig config) {
        this.http = http;
        this.answers =
                config.signingSecrets().stream()
                        .flatMap(List::stream)
                        .anyMatch(secret -> !secret.isBlank());
    }

    @Override
    public Channel channel() {
        return Channel.SLACK;
    }

    @Override
    public Optional<String> refusal(String address) {
        return http.refusal(address, SHAPE);
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return http.post(
                delivery.address(),
                delivery,
                () -> HttpMessage.json(SlackBody.of(delivery, answers)),
                SlackNotifier::read);
    }

    private static DeliveryResult read(HttpAnswer answer, DeliveryResult byStatus) {
        return answer.status() == 404 && GONE.contains(answer.body().strip())
                ? Results.refused(FailureKind.GONE)
                : byStatus;
    }
}
