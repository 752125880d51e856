package org.upstander.ingest.webhook.facebook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.webhook.HexSignature;

/**
 * The {@code feed} of a Facebook Page: what visitors write there, and comments. Shape: Meta's
 * webhooks for Pages.
 */
@Singleton
public class FacebookWebhook implements WebhookFormat {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Set<String> WRITTEN =
            Set.of("comment", "post", "status", "photo", "video");
    private static final Set<String> GONE = Set.of("remove", "delete");
    private static final Set<String> EDITED = Set.of("edit", "edited");

    @Override
    public String type() {
        return "facebook";
    }

    @Override
    public Proof proof(Delivery delivery, Source source) {
        return HexSignature.ofBody(delivery, source, "x-hub-signature-256", "sha256=");
    }

    /**
     * Meta asks once. The verify token is the source's id: nothing depends on it being secret,
     * since every delivery is signed.
     */
    @Override
    public Optional<String> welcome(Map<String, String> query, Source source) {
        String challenge = query.getOrDefault("hub.challenge", "");
        boolean welcome =
                "subscribe".equals(query.get("hub.mode"))
                        && source.id().equals(query.get("hub.verify_token"))
                        && CHALLENGE.matcher(challenge).matches();
        return welcome ? Optional.of(challenge) : Optional.empty();
    }

    @Override
    public Said read(Delivery delivery, Source source) {
        Body entries = Body.of(delivery.body()).at("entry");
        List<Draft.OfPost> posts = new ArrayList<>();
        List<Original> originals = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            Body changes = entries.at(at).at("changes");
            for (int change = 0; change < changes.size(); change++) {
                Body value = changes.at(change).at("value");
                if ("feed".equals(changes.at(change).text("field"))
                        && WRITTEN.contains(String.valueOf(value.text("item")))) {
                    post(value, delivery, source)
                            .ifPresent(
                                    post -> {
                                        posts.add(post);
                                        originals.add(value.original());
                                    });
                }
            }
        }
        return posts.isEmpty()
                ? new Said.Nothing(Said.Why.OTHER_EVENT)
                : new Said.Items(posts, List.of(), posts.size() == 1 ? List.of() : originals);
    }

    private static Optional<Draft.OfPost> post(Body value, Delivery delivery, Source source) {
        boolean comment = "comment".equals(value.text("item"));
        String verb = String.valueOf(value.text("verb"));
        String thread = value.needed("post_id");
        String parent = value.text("parent_id");
        PostDraft post =
                source.post(value.needed(comment ? "comment_id" : "post_id"))
                        .in(thread, null)
                        .at(value.text("permalink_url"));
        if (GONE.contains(verb)) {
            return Optional.of(post.deleted(true).draft());
        }
        String text = value.text("message");
        if (text == null) {
            return Optional.empty(); // a picture without words
        }
        String at = written(value.text("created_time"), delivery);
        Body from = value.at("from");
        post.by(new Author(from.needed("id"), null, from.text("name")))
                .text(text)
                .written(at)
                .edited(EDITED.contains(verb) ? delivery.at().toString() : null);
        if (comment && parent != null && !parent.equals(thread)) {
            post.answering(parent, null);
        }
        return Optional.of(post.draft());
    }

    /** Meta counts seconds. */
    private static String written(String seconds, Delivery delivery) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(String.valueOf(seconds))).toString();
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return delivery.at().toString();
        }
    }
}
