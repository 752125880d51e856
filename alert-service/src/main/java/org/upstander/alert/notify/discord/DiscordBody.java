package org.upstander.alert.notify.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.StableId;

/**
 * A message for a webhook of Discord (discord-api-docs, resources/webhook): one embed. Text from
 * outside is quoted as code, where Discord reads neither markdown nor mentions, and no mention is
 * allowed anyway. Far below the limits: title 256, field 1,024, 6,000 characters in all.
 */
final class DiscordBody {

    private static final int RED = 0xB3261E;
    private static final int AMBER = 0xB26A00;
    private static final int GREEN = 0x2E7D32;

    private DiscordBody() {}

    /**
     * The same over all attempts; the delivery's id stands in the footer. What became of it takes
     * the place of all that the message showed.
     */
    static String of(Delivery delivery) {
        Briefing briefing = Briefing.of(delivery.message());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("allowed_mentions").putArray("parse");
        ObjectNode embed = body.putArray("embeds").addObject();
        embed.put("title", briefing.title());
        if (!briefing.links().isEmpty()) {
            embed.put("description", links(briefing)).put("color", colour(delivery.message()));
        }
        ArrayNode fields = embed.putArray("fields");
        briefing.facts()
                .forEach(
                        fact ->
                                fields.addObject()
                                        .put("name", fact.label())
                                        .put("value", "`" + fact.value() + "`"));
        embed.putObject("footer").put("text", StableId.of(delivery.id()));
        return body.toString();
    }

    private static int colour(Message message) {
        if (message instanceof Message.StateChange change) {
            return change.resolved() ? GREEN : AMBER;
        }
        return RED;
    }

    private static String links(Briefing briefing) {
        return briefing.links().stream()
                .map(link -> "[%s](%s)".formatted(link.label(), link.url().toASCIIString()))
                .collect(Collectors.joining(" · "));
    }
}
