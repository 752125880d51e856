package org.upstander.alert.notify.mattermost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.StableId;

/**
 * A message for an incoming webhook of Mattermost, as one attachment
 * (docs.mattermost.com/developers/integrate/reference/message-attachments). Text from outside is
 * quoted as code, where Mattermost reads neither markdown nor mentions, and mentions are not
 * highlighted. Far below the 16,383 characters of a post.
 */
final class MattermostBody {

    private MattermostBody() {}

    /** The same over all attempts; the delivery's id stands in the footer. */
    static String of(Delivery delivery) {
        Briefing briefing = Briefing.of(delivery.message());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("props")
                .put("mentionHighlightDisabled", true)
                .put("disable_group_highlight", true);
        ObjectNode attachment = body.putArray("attachments").addObject();
        attachment.put("fallback", briefing.title()).put("title", briefing.title());
        if (!briefing.links().isEmpty()) {
            attachment.put("text", links(briefing)).put("color", "#B3261E");
        }
        ArrayNode fields = attachment.putArray("fields");
        briefing.facts()
                .forEach(
                        fact ->
                                fields.addObject()
                                        .put("short", fact.value().length() < 40)
                                        .put("title", fact.label())
                                        .put("value", "`" + fact.value() + "`"));
        attachment.put("footer", StableId.of(delivery.id()));
        return body.toString();
    }

    private static String links(Briefing briefing) {
        return briefing.links().stream()
                .map(link -> "[%s](%s)".formatted(link.label(), link.url().toASCIIString()))
                .collect(Collectors.joining(" | "));
    }
}
