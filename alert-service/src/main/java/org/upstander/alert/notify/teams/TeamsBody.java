package org.upstander.alert.notify.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.StableId;

/**
 * An Adaptive Card for a Power Automate workflow (adaptivecards.io, version 1.2, as Teams takes
 * it). Text stands in {@code TextRun}s, the one element that reads no markdown. Far below the 20 kB
 * that a workflow takes for certain.
 */
final class TeamsBody {

    private TeamsBody() {}

    /** The same over all attempts; the delivery's id is the id of the card's first element. */
    static String of(Delivery delivery) {
        Briefing briefing = Briefing.of(delivery.message());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "message");
        ObjectNode attachment = body.putArray("attachments").addObject();
        attachment
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .putNull("contentUrl");
        ObjectNode card = attachment.putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.2");
        ArrayNode elements = card.putArray("body");
        run(
                text(elements).put("id", StableId.of(delivery.id())),
                briefing.title(),
                true,
                briefing.severity() > 0 ? "Attention" : "Default");
        for (Briefing.Fact fact : briefing.facts()) {
            ObjectNode line = text(elements);
            run(line, fact.label() + ": ", true, "Default");
            run(line, fact.value(), false, "Default");
        }
        ArrayNode actions = card.putArray("actions");
        briefing.links()
                .forEach(
                        link ->
                                actions.addObject()
                                        .put("type", "Action.OpenUrl")
                                        .put("title", link.label())
                                        .put("url", link.url().toASCIIString()));
        card.putObject("msteams").put("width", "full");
        return body.toString();
    }

    private static ObjectNode text(ArrayNode elements) {
        return elements.addObject().put("type", "RichTextBlock");
    }

    private static void run(ObjectNode block, String text, boolean bold, String color) {
        block.withArray("inlines")
                .addObject()
                .put("type", "TextRun")
                .put("text", text)
                .put("weight", bold ? "Bolder" : "Default")
                .put("color", color);
    }
}
