package org.upstander.ingest.application.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.MeteredPosts;
import org.upstander.ingest.application.MeteredSignals;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.domain.Source;

/** Stores what a delivery says: its posts, then what moderators did. */
@ApplicationScoped
class StoreItems {

    private final MeteredPosts posts;
    private final MeteredSignals signals;

    StoreItems(MeteredPosts posts, MeteredSignals signals) {
        this.posts = posts;
        this.signals = signals;
    }

    /** Fails with {@link org.upstander.ingest.application.LogUnavailable}. */
    CompletionStage<Outcome.Taken> store(
            Said.Items items, Delivery delivery, Source source, boolean bare, String traceParent) {
        return posts.accept(source, posts(items, delivery), traceParent)
                .thenCompose(
                        written ->
                                signals.accept(source, items.signals(), traceParent)
                                        .thenApply(told -> new Outcome.Taken(written, told, bare)));
    }

    /** How long to wait before the source may bring more; empty where it may now. */
    Optional<Duration> pause(Source source) {
        return posts.pause(source);
    }

    private static List<Handed<Draft.OfPost>> posts(Said.Items items, Delivery delivery) {
        Original whole = delivery.original();
        List<Handed<Draft.OfPost>> handed = new ArrayList<>(items.posts().size());
        for (int at = 0; at < items.posts().size(); at++) {
            Original own = items.originals().isEmpty() ? whole : items.originals().get(at);
            handed.add(new Handed.Readable<>(items.posts().get(at), own));
        }
        return handed;
    }
}
