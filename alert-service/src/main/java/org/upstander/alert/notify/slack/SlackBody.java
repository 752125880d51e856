package org.upstander.alert.notify.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.StableId;

/**
 * A message for an incoming webhook of Slack: Block Kit (api.slack.com/reference/block-kit). Text
 * stands in {@code plain_text} objects, where Slack reads no markup, and is escaped nonetheless.
 * Far below the limits: 50 blocks, header 150, field 2,000, button 75, value 2,000, URL 3,000
 * characters, 25 buttons.
 */
final class SlackBody {

    private SlackBody() {}

    /**
     * The same over all attempts; the delivery's id is the id of the block with the buttons.
     *
     * @param answers whether buttons come back; else a link acknowledges
     */
    static String of(Delivery delivery, boolean answers) {
        Briefing briefing = Briefing.of(delivery.message());
        ObjectNode body = body(briefing);
        ArrayNode blocks = blocks(body, briefing);
        if (!briefing.links().isEmpty()) {
            ArrayNode elements = buttons(blocks, StableId.of(delivery.id()));
            if (answers && delivery.message() instanceof IncidentPage page) {
                acts(elements, StableId.of(page.incidentId()));
                opens(elements, briefing, 1);
            } else {
                opens(elements, briefing, 0);
            }
        }
        return body.toString();
    }

    /** What takes the place of a message whose button was pressed: who has it, and no button. */
    static String instead(Message.StateChange change) {
        Briefing briefing = Briefing.of(change);
        ObjectNode body = body(briefing).put("replace_original", true);
        ArrayNode blocks = blocks(body, briefing);
        opens(buttons(blocks, StableId.of(change.incidentId())), briefing, 0);
        return body.toString();
    }

    /**
     * What only whoever pressed the button is shown, beside the message.
     *
     * @param text ours
     */
    static String aside(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("response_type", "ephemeral")
                .put("replace_original", false)
                .put("mrkdwn", false)
                .put("text", escaped(text))
                .toString();
    }

    private static ObjectNode body(Briefing briefing) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("text", escaped(briefing.title()))
                .put("mrkdwn", false)
                .put("link_names", false)
                .put("unfurl_links", false)
                .put("unfurl_media", false);
    }

    private static ArrayNode blocks(ObjectNode body, Briefing briefing) {
        ArrayNode blocks = body.putArray("blocks");
        blocks.addObject().put("type", "header").set("text", plain(briefing.title()));
        if (!briefing.facts().isEmpty()) {
            ArrayNode fields = blocks.addObject().put("type", "section").putArray("fields");
            briefing.facts().forEach(fact -> fields.add(plain(fact.label() + "\n" + fact.value())));
        }
        return blocks;
    }

    private static ArrayNode buttons(ArrayNode blocks, String id) {
        return blocks.addObject().put("type", "actions").put("block_id", id).putArray("elements");
    }

    /** The names are those that {@code /v1/inbound/slack} knows. */
    private static void acts(ArrayNode elements, String incidentId) {
        act(elements, "Acknowledge", "ack", incidentId).put("style", "primary");
        act(elements, "Spoke with them", "ack_called", incidentId);
        act(elements, "They are safe", "ack_safe", incidentId);
        act(elements, "Call the next one", "escalate", incidentId);
    }

    private static ObjectNode act(ArrayNode elements, String label, String what, String value) {
        return button(elements, label).put("action_id", what).put("value", value);
    }

    private static void opens(ArrayNode elements, Briefing briefing, int from) {
        for (Briefing.Link link : briefing.links().subList(from, briefing.links().size())) {
            ObjectNode button = button(elements, link.label());
            button.put("action_id", "link_" + elements.size())
                    .put("url", link.url().toASCIIString());
            if (elements.size() == 1) {
                button.put("style", "primary");
            }
        }
    }

    private static ObjectNode button(ArrayNode elements, String label) {
        ObjectNode button = elements.addObject().put("type", "button");
        button.set("text", plain(label));
        return button;
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
