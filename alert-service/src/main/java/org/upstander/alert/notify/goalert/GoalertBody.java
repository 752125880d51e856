package org.upstander.alert.notify.goalert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message.StateChange;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.StableId;

/**
 * An alert for GoAlert's generic API. GoAlert shows the details as markdown, so text from outside
 * is quoted as code. Far below the limits: summary 1,024, details 6,144 characters.
 */
final class GoalertBody {

    private GoalertBody() {}

    /**
     * The same over all attempts; while the alert of a run is open, there is but one. GoAlert wants
     * a summary also where it closes an alert.
     *
     * @param delivery of a page, or of its end
     */
    static String of(Delivery delivery) {
        Briefing briefing = Briefing.of(delivery.message());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("summary", briefing.title())
                .put("details", details(briefing))
                .put("dedup", StableId.of(delivery.alertKey()));
        if (delivery.message() instanceof StateChange) {
            body.put("action", "close");
        }
        body.putObject("meta").put("delivery", StableId.of(delivery.id()));
        return body.toString();
    }

    private static String details(Briefing briefing) {
        return Stream.concat(
                        briefing.facts().stream()
                                .map(fact -> fact.label() + ": `" + fact.value() + "`"),
                        briefing.links().stream()
                                .map(
                                        link ->
                                                "[%s](%s)"
                                                        .formatted(
                                                                link.label(),
                                                                link.url().toASCIIString())))
                .collect(Collectors.joining("\n\n"));
    }
}
