package org.upstander.alert.notify.pagerduty;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.notify.SafeText;

/**
 * Bodies of the Events API v2: {@code POST /v2/enqueue}. The incident and its run are the {@code
 * dedup_key}, so all that is sent about one run meets in one alert. Far below the API's 512 kB
 * whatever comes in.
 */
final class PagerDutyEvent {

    private static final int MAX_SUMMARY = 1024;
    private static final int MAX_DEDUP_KEY = 255;
    private static final int MAX_TEXT = 200;
    private static final int MAX_ITEMS = 20;
    private static final List<String> SEVERITIES = List.of("info", "warning", "error", "critical");

    private PagerDutyEvent() {}

    /** Empty for a message that no system of alerts is for: the notice to the attacked. */
    static Optional<String> of(Delivery delivery, String routingKey) {
        String key = delivery.alertKey();
        if (delivery.message() instanceof Message.IncidentPage page) {
            return Optional.of(trigger(page, key, routingKey));
        }
        return delivery.message() instanceof Message.StateChange change
                ? Optional.of(
                        event(routingKey, change.resolved() ? "resolve" : "acknowledge", key)
                                .toString())
                : Optional.empty();
    }

    private static String trigger(Message.IncidentPage page, String key, String routingKey) {
        ObjectNode event = event(routingKey, "trigger", key);
        event.put("client", "Upstander");
        event.put("client_url", page.incidentUrl().toString());
        event.set("payload", payload(page));
        event.putArray("links")
                .addObject()
                .put("href", page.acknowledgeUrl().toString())
                .put("text", Texts.in(page.locale()).of("briefing.acknowledge"));
        return event.toString();
    }

    private static ObjectNode event(String routingKey, String action, String key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("routing_key", routingKey)
                .put("event_action", action)
                .put("dedup_key", SafeText.line(key, MAX_DEDUP_KEY));
    }

    private static ObjectNode payload(Message.IncidentPage page) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        Texts texts = Texts.in(page.locale());
        String staff = SafeText.line(page.staffId(), MAX_TEXT);
        payload.put(
                "summary",
                SafeText.line(
                        "%s (%s)"
                                .formatted(
                                        texts.filled(
                                                "alert.summary",
                                                staff,
                                                page.severity(),
                                                page.postCount(),
                                                page.authorCount()),
                                        list(texts.kinds(page.categories(), page.patterns()))),
                        MAX_SUMMARY));
        payload.put("source", page.sources().isEmpty() ? "upstander" : list(page.sources()));
        payload.put("severity", severity(page.severity()));
        payload.put("timestamp", page.openedAt().toString());
        payload.put("group", staff);
        payload.put("class", "personal_attack");
        ObjectNode details =
                payload.putObject("custom_details")
                        .put("posts", page.postCount())
                        .put("authors", page.authorCount())
                        .put("severity", page.severity())
                        .put("categories", list(page.categories()));
        if (!page.patterns().isEmpty()) {
            details.put("patterns", list(page.patterns()));
        }
        details.put("step", page.step())
                .put("reason", SafeText.line(texts.reason(page.reason()), MAX_TEXT));
        return payload;
    }

    private static String severity(int severity) {
        return SEVERITIES.get(Math.max(1, Math.min(severity, SEVERITIES.size())) - 1);
    }

    private static String list(List<String> items) {
        return SafeText.line(
                String.join(", ", items.subList(0, Math.min(items.size(), MAX_ITEMS))), MAX_TEXT);
    }
}
