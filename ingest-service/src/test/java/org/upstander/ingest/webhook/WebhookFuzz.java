package org.upstander.ingest.webhook;

import java.util.Map;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Source;

/** Any bytes as a delivery. */
public final class WebhookFuzz {

    private WebhookFuzz() {}

    /** As a source that takes everything, and as one that does not take what is private. */
    public static void read(WebhookFormat format, Map<String, String> headers, byte[] body) {
        read(format, headers, body, Deliveries.FORUM);
        read(format, headers, body, Deliveries.PRIVATE);
    }

    /** It says something that is judged, or it is unreadable. */
    public static void read(
            WebhookFormat format, Map<String, String> headers, byte[] body, Source source) {
        try {
            Said said = format.read(new Delivery(headers, body, Deliveries.NOW), source);
            if (said instanceof Said.Items items) {
                items.posts().forEach(Fuzzing::assertJudged);
                items.signals().forEach(Fuzzing::assertJudged);
            }
        } catch (Unreadable e) {
            if (e.pointer() == null || e.getMessage() == null) {
                throw new AssertionError("says neither where nor what", e);
            }
        }
    }
}
