package org.upstander.alert.notify.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.notify.http.HttpTestBase;
import org.upstander.alert.notify.http.WebhookSettings;
import org.upstander.outbound.NameService;

/** The real notifier, and a receiver at the address that each name has here. */
abstract class WebhookTestBase extends HttpTestBase {

    WebhookNotifier notifier;

    @BeforeEach
    void prepare() {
        notifier = notifier(Map.of());
    }

    DeliveryResult send(Delivery delivery) {
        return notifier.send(delivery).await().atMost(PATIENCE);
    }

    WebhookNotifier notifier(Map<String, String> values) {
        return notifier(values, LOOPBACK);
    }

    WebhookNotifier notifier(Map<String, String> values, NameService names) {
        Map<String, String> all = new HashMap<>();
        all.put("upstander.webhook.secret", WebhookSettings.SECRET);
        all.putAll(values);
        return new WebhookNotifier(
                WebhookSettings.of(all), sender(all, names), JSON, Clock.systemUTC());
    }

    static String url() {
        return "http://hooks.example.org:" + receiver.port() + "/hook";
    }

    static Delivery page(String id, int attempt) {
        return Deliveries.of(id, attempt, url(), page());
    }

    static Message page() {
        return page("inc-1", List.of("insult"), "first step of the policy");
    }

    static Message page(String incidentId, List<String> items, String reason) {
        return new IncidentPage(
                incidentId,
                "cm-07",
                "Dana Okafor",
                2,
                items,
                List.of(),
                items,
                3,
                1,
                Instant.parse("2026-11-24T12:00:00Z"),
                1,
                reason,
                URI.create("https://alerts.example.org/incidents/inc-1"),
                URI.create("https://alerts.example.org/a/token"),
                "en");
    }
}
