package org.upstander.alert.notify.opsgenie;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.notify.SafeText;
import org.upstander.alert.notify.StableId;

/**
 * A request of the Opsgenie alert API v2, which Jira Service Management kept. The incident and its
 * run are the {@code alias}, so all that is sent about one run meets in one alert.
 *
 * @param path with the query, behind the base
 * @param body JSON
 */
record OpsgenieAlert(String path, String body) {

    private static final String ALERTS = "/v2/alerts";
    private static final String SOURCE = "Upstander";
    private static final int MAX_MESSAGE = 130;
    private static final int MAX_USER = 100;
    private static final int MAX_TEXT = 200;
    private static final int MAX_TAGS = 20;
    private static final int MAX_TAG = 50;

    /** Empty for a message that no system of alerts is for: the notice to the attacked. */
    static Optional<OpsgenieAlert> of(Delivery delivery) {
        // It needs no escaping in a path, and is far shorter than the 250 that fit.
        String alias = StableId.of(delivery.alertKey());
        if (delivery.message() instanceof Message.IncidentPage page) {
            return Optional.of(new OpsgenieAlert(ALERTS, create(page, alias)));
        }
        return delivery.message() instanceof Message.StateChange change
                ? Optional.of(change(change, alias))
                : Optional.empty();
    }

    private static OpsgenieAlert change(Message.StateChange change, String alias) {
        String action = change.resolved() ? "close" : "acknowledge";
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("source", SOURCE)
                        .put("user", SOURCE)
                        .put("note", SafeText.line("By " + change.by(), MAX_USER))
                        .toString();
        return new OpsgenieAlert(
                "%s/%s/%s?identifierType=alias".formatted(ALERTS, alias, action), body);
    }

    private static String create(Message.IncidentPage page, String alias) {
        ObjectNode alert = JsonNodeFactory.instance.objectNode();
        Texts texts = Texts.in(page.locale());
        String staff = SafeText.line(page.staffId(), MAX_TEXT);
        alert.put(
                "message",
                SafeText.line(
                        texts.filled(
                                "alert.summary",
                                SafeText.line(page.staffId(), 64),
                                page.severity(),
                                page.postCount(),
                                page.authorCount()),
                        MAX_MESSAGE));
        alert.put("alias", alias);
        alert.put(
                "description",
                "%s%n%s: %s%n%s: %s"
                        .formatted(
                                SafeText.line(texts.reason(page.reason()), MAX_TEXT),
                                texts.of("briefing.incident"),
                                page.incidentUrl(),
                                texts.of("briefing.acknowledge"),
                                page.acknowledgeUrl()));
        ArrayNode tags = alert.putArray("tags");
        Stream.concat(page.categories().stream(), page.patterns().stream())
                .distinct()
                .limit(MAX_TAGS)
                .forEach(category -> tags.add(SafeText.line(category, MAX_TAG)));
        alert.putObject("details")
                .put("incident", SafeText.line(page.incidentId(), MAX_TEXT))
                .put("sources", sources(page.sources()))
                .put("openedAt", page.openedAt().toString());
        alert.put("entity", staff);
        alert.put("source", SOURCE);
        alert.put("priority", "P" + (5 - Math.max(1, Math.min(page.severity(), 4))));
        return alert.toString();
    }

    private static String sources(List<String> sources) {
        return SafeText.line(String.join(", ", sources), MAX_TEXT);
    }
}
