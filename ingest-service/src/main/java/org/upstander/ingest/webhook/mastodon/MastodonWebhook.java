package org.upstander.ingest.webhook.mastodon;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.reading.MastodonStatus;
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
            case "status.created", "status.updated" -> MastodonStatus.read(object, source);
            case "report.created", "report.updated" -> reported(object.at("statuses"), source);
            case "account.created" -> joined(object, source);
            default -> new Said.Nothing(Said.Why.OTHER_EVENT);
        };
    }

    /** Whoever invited somebody stands for the invitation; mail and network address stay there. */
    private static Said joined(Body account, Source source) {
        String inviter = account.text("invited_by_account_id");
        return Said.Items.signal(
                source.join(
                        MastodonStatus.author(account.at("account")),
                        account.needed("created_at"),
                        inviter == null ? null : "of account " + inviter));
    }

    private static Said reported(Body statuses, Source source) {
        List<Draft.OfPost> posts = new ArrayList<>();
        // Never the delivery: a report carries mail and network addresses.
        List<Original> originals = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            if (MastodonStatus.read(statuses.at(i), source) instanceof Said.Items items
                    && !items.posts().isEmpty()) {
                posts.addAll(items.posts());
                originals.add(statuses.at(i).original());
            }
        }
        return new Said.Items(posts, List.of(), originals);
    }
}
