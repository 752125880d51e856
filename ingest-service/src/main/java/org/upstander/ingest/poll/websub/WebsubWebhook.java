package org.upstander.ingest.poll.websub;

import jakarta.inject.Singleton;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.application.hub.Subscription;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.poll.feed.FeedPosts;

/** What hubs deliver: the feed, or what is new in it (W3C WebSub, 7). */
@Singleton
class WebsubWebhook implements WebhookFormat {

    private final HubSecrets secrets;

    WebsubWebhook(HubSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String type() {
        return Subscription.TYPE;
    }

    /** Without one of its own it has a derived one. */
    @Override
    public boolean canProve(Source source) {
        return !secrets.of(source).isEmpty();
    }

    /** WebSub, 7.1: a success, so that nobody learns which signatures hold. */
    @Override
    public boolean ignoresUnproven() {
        return true;
    }

    @Override
    public boolean wantsNoBody() {
        return true;
    }

    @Override
    public Proof proof(Delivery delivery, Source source) {
        return HubSignature.of(
                delivery.header("x-hub-signature"), delivery.body(), secrets.of(source));
    }

    @Override
    public Said read(Delivery delivery, Source source) {
        Said.Items news = FeedPosts.read(delivery.body(), delivery.header("content-type"), source);
        return news.posts().isEmpty() ? new Said.Nothing(Said.Why.OTHER_EVENT) : news;
    }
}
