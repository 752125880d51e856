package org.upstander.alert.notify.ntfy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.StableId;

/**
 * A message for ntfy, published as JSON (docs.ntfy.sh/publish). No markdown. Below 4,096 bytes,
 * beyond which ntfy makes a file of it; three actions at most.
 */
final class NtfyBody {

    private static final int MAX_MESSAGE = 1_000;
    private static final int HIGHEST = 5;

    private NtfyBody() {}

    /**
     * The same over all attempts. The delivery's id is the sequence id: since 2.16 ntfy then
     * replaces what it has shown rather than showing it twice.
     */
    static String of(Delivery delivery, String topic) {
        Briefing briefing = Briefing.of(delivery.message());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String lines = briefing.lines();
        body.put("topic", topic)
                .put("sequence_id", StableId.of(delivery.id()))
                .put("title", briefing.title())
                .put("message", lines.isEmpty() ? briefing.title() : cut(lines))
                .put("markdown", false)
                .put("priority", Math.min(HIGHEST, briefing.severity() + 2));
        if (!briefing.links().isEmpty()) {
            body.putArray("tags").add("rotating_light");
            body.put("click", briefing.links().get(0).url().toASCIIString());
        }
        ArrayNode actions = body.putArray("actions");
        briefing.links()
                .forEach(
                        link ->
                                actions.addObject()
                                        .put("action", "view")
                                        .put("label", link.label())
                                        .put("url", link.url().toASCIIString())
                                        .put("clear", true));
        return body.toString();
    }

    /** A code point is four bytes at most. */
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_MESSAGE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_MESSAGE));
    }
}
