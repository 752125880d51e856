package org.upstander.alert.notify.webpush;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.Briefing;
import org.upstander.alert.notify.StableId;

/** What the app's service worker gets, as JSON: small enough for one record, whatever it says. */
final class PushBody {

    private static final int LONGEST = 1_000;

    private PushBody() {}

    /**
     * The same over all attempts. A later message with the same tag takes the place of a former.
     */
    static byte[] of(Delivery delivery) {
        Briefing briefing = Briefing.of(delivery.message());
        byte[] body = json(delivery, briefing, LONGEST);
        for (int limit = LONGEST / 2; body.length > Aes128Gcm.MAX_TEXT; limit /= 2) {
            body = json(delivery, briefing, limit);
            if (limit == 0) {
                return body;
            }
        }
        return body;
    }

    private static byte[] json(Delivery delivery, Briefing briefing, int limit) {
        List<Briefing.Link> links = briefing.links();
        String incidentId = delivery.message().incidentId();
        ObjectNode body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("title", briefing.title())
                        .put("body", cut(briefing.lines(), limit))
                        .put("severity", briefing.severity())
                        .put("tag", StableId.of(incidentId.isEmpty() ? delivery.id() : incidentId));
        if (!links.isEmpty()) {
            body.put("url", links.get(0).url().toASCIIString());
        }
        var actions = body.putArray("actions");
        links.forEach(
                link ->
                        actions.addObject()
                                .put("title", link.label())
                                .put("url", link.url().toASCIIString()));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cut(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit));
    }
}
