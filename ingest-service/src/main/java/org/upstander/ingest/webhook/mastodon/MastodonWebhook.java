package org.upstander.ingest.webhook.mastodon;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.webhook.HexSignature;

/**
 * A Mastodon server's admin webhooks: statuses, and those that members reported. Of a report
 * nothing else is read, since it carries mail and network addresses.
 */
@Singleton
public class MastodonWebhook implements WebhookFormat {

    @Override
    public String type() {
        return "mastodon";
    }

    /** The older header's name, with the newer digest. */
    @Override
    public Proof proof(Delivery delivery, Source source) {
        return HexSignature.ofBody(delivery, source, "x-hub-signature", "sha256=");
    }

    @Override
    public Said read(Delivery delivery, Source source) {
        Body body = Body.of(delivery.body());
        Body object = body.at("object");
        return switch (body.needed("event")) {
            case "status.created", "status.updated" -> status(object, source);
            case "report.created", "report.updated" -> reported(object.at("statuses"), source);
            default -> new Said.Nothing(Said.Why.OTHER_EVENT);
        };
    }

    private static Said reported(Body statuses, Source source) {
        List<Draft.OfPost> posts = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            if (status(statuses.at(i), source) instanceof Said.Items items) {
                posts.addAll(items.posts());
            }
        }
        return new Said.Items(posts, List.of());
    }

    private static Said status(Body status, Source source) {
        if (status.at("reblog").exists()) {
            return new Said.Nothing(Said.Why.BOOST);
        }
        if (status.at("account").flag("bot")) {
            return new Said.Nothing(Said.Why.BOT);
        }
        String visibility = visibility(status.text("visibility"), source);
        if (visibility == null) {
            return new Said.Nothing(Said.Why.DIRECT_MESSAGE);
        }
        String id = status.needed("id");
        String parent = status.text("in_reply_to_id");
        String answered = status.text("in_reply_to_account_id");
        return Said.Items.post(
                source.post(id)
                        .by(author(status.at("account")))
                        .in(parent == null ? id : parent, null)
                        .answering(parent, answered == null ? null : mentioned(status, answered))
                        .html(status.text("content"))
                        .written(status.text("created_at"))
                        .edited(status.text("edited_at"))
                        .at(status.text("url"))
                        .language(status.text("language"))
                        .visibleTo(visibility)
                        .draft());
    }

    private static String visibility(String theirs, Source source) {
        return switch (theirs == null ? "" : theirs) {
            case "direct" -> source.direct();
            case "private" -> "members";
            default -> "public";
        };
    }

    /** Whoever is answered is mentioned mostly, and has a name there. */
    private static Author mentioned(Body status, String accountId) {
        Body mentions = status.at("mentions");
        for (int i = 0; i < mentions.size(); i++) {
            if (accountId.equals(mentions.at(i).text("id"))) {
                return new Author(accountId, mentions.at(i).text("acct"), null);
            }
        }
        return new Author(accountId, null, null);
    }

    private static Author author(Body account) {
        return new Author(account.needed("id"), account.text("acct"), account.text("display_name"));
    }
}
