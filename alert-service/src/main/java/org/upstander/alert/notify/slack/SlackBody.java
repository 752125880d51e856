package org.upstander.alert.notify.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.StableId;

/**
 * A message for an incoming webhook of Slack: Block Kit (api.slack.com/reference/block-kit). Text
 * stands in {@code plain_text} objects, where Slack reads no markup, and is escaped nonetheless.
 * Far below the limits: 50 blocks, header 150, field 2,000, URL 3,000 characters.
 */
final class SlackBody {

    private SlackBody() {}

    /** The same over all attempts; the delivery's id is the id of the block with the buttons. */
    static String of(Delivery delivery) {
        Briefing briefing = Briefing.of(delivery.message());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("text", escaped(briefing.title()))
                .put("mrkdwn", false)
                .put("link_names", false)
                .put("unfurl_links", false)
                .put("unfurl_media", false);
        ArrayNode blocks = body.putArray("blocks");
        blocks.addObject().put("type", "header").set("text", plain(briefing.title()));
        if (!briefing.facts().isEmpty()) {
            ArrayNode fields = blocks.addObject().put("type", "section").putArray("fields");
            briefing.facts().forEach(fact -> fields.add(plain(fact.label() + "\n" + fact.value())));
        }
        if (!briefing.links().isEmpty()) {
            buttons(
                    blocks.addObject()
                            .put("type", "actions")
                            .put("block_id", StableId.of(delivery.id())),
                    briefing);
        }
        return body.toString();
    }

    private static void buttons(ObjectNode block, Briefing briefing) {
        ArrayNode elements = block.putArray("elements");
        for (Briefing.Link link : briefing.links()) {
            ObjectNode button = elements.addObject().put("type", "button");
            button.set("text", plain(link.label()));
            button.put("action_id", "link_" + elements.size())
                    .put("url", link.url().toASCIIString());
            if (elements.size() == 1) {
                button.put("style", "primary");
            }
        }
    }

    private static ObjectNode plain(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "plain_text")
                .put("text", escaped(text))
                .put("emoji", false);
    }

    /** The three characters that Slack's own escaping knows. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
