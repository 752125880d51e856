package org.upstander.ingest.webhook.coral;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.webhook.HexSignature;

/**
 * Coral's external moderation phase: it asks before a comment is shown, and is answered that we
 * have no opinion. Coral's webhooks do not carry what was written.
 */
@Singleton
public class CoralWebhook implements WebhookFormat {

    @Override
    public String type() {
        return "coral";
    }

    /** While its secret changes Coral signs with both. */
    @Override
    public Proof proof(Delivery delivery, Source source) {
        return HexSignature.anyOfBody(delivery, source, "x-coral-signature", "sha256=");
    }

    /** Anything else would be an opinion. */
    @Override
    public boolean wantsNoBody() {
        return true;
    }

    @Override
    public Said read(Delivery delivery, Source source) {
        Body body = Body.of(delivery.body());
        Body comment = body.at("comment");
        if (!comment.exists()) {
            return new Said.Nothing(Said.Why.OTHER_EVENT);
        }
        Body story = body.at("story");
        String author = body.at("author").needed("id");
        String text = comment.needed("body");
        String parent = comment.text("parentID");
        return Said.Items.post(
                source.post(id(story.needed("id"), author, parent, text))
                        .by(new Author(author, null, null))
                        .in(story.needed("id"), null)
                        .answering(parent, null)
                        .html(text)
                        .written(delivery.at().toString())
                        .at(story.text("url"))
                        .draft());
    }

    /** The comment has none yet: what it is made of, so that asking again is no second post. */
    private static String id(String story, String author, String parent, String text) {
        String all = String.join("\n", story, author, String.valueOf(parent), text);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
