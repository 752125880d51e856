package org.upstander.ingest.webhook.wordpress;

import jakarta.inject.Singleton;
import java.util.Set;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.webhook.HexSignature;

/**
 * Comments of WordPress in the shape of its REST API ({@code /wp/v2/comments}), pushed by a few
 * lines of its own code when one is written or its status changes: WordPress has no webhooks. The
 * author's e-mail and IP address, which it may send, are not read.
 */
@Singleton
public class WordpressWebhook implements WebhookFormat {

    private static final Set<String> GONE = Set.of("spam", "trash");
    private static final Set<String> NOT_COMMENTS = Set.of("pingback", "trackback");

    @Override
    public String type() {
        return "wordpress";
    }

    @Override
    public Proof proof(Delivery delivery, Source source) {
        return HexSignature.ofBody(delivery, source, "x-upstander-signature", "sha256=");
    }

    @Override
    public Said read(Delivery delivery, Source source) {
        Body comment = Body.of(delivery.body());
        String kind = comment.text("type");
        if (kind != null && NOT_COMMENTS.contains(kind)) {
            return new Said.Nothing(Said.Why.SYSTEM_NOTE);
        }
        String status = comment.text("status");
        PostDraft post =
                source.post(comment.needed("id"))
                        .in(comment.needed("post"), null)
                        .answering(nonZero(comment.text("parent")), null)
                        .at(comment.text("link"))
                        .written(utc(comment.text("date_gmt"), delivery));
        if (status != null && GONE.contains(status)) {
            return Said.Items.post(post.deleted(true).draft());
        }
        return Said.Items.post(
                post.by(author(comment)).html(comment.at("content").text("rendered")).draft());
    }

    /** Visitors without an account have a name only. */
    private static Author author(Body comment) {
        String name = comment.text("author_name");
        String id = nonZero(comment.text("author"));
        return id == null ? new Author(null, name, name) : new Author(id, name, name);
    }

    private static String nonZero(String id) {
        return "0".equals(id) ? null : id;
    }

    /** WordPress writes UTC without saying so. */
    private static String utc(String time, Delivery delivery) {
        return time == null ? delivery.at().toString() : time + "Z";
    }
}
