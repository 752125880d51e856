package org.upstander.ingest.application.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.application.MeteredPosts;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;

/** Stores what a delivery says: its posts, then what moderators did. */
@ApplicationScoped
class StoreItems {

    private final MeteredPosts posts;
    private final AcceptSignals signals;

    StoreItems(MeteredPosts posts, AcceptSignals signals) {
        this.posts = posts;
        this.signals = signals;
    }

    /** Fails with {@link org.upstander.ingest.application.LogUnavailable}. */
    CompletionStage<Outcome.Taken> store(
            Said.Items items, Source source, boolean bare, String traceParent) {
        return posts.accept(source, handed(items.posts()), traceParent)
                .thenCompose(
                        written ->
                                signals.accept(handed(items.signals()), traceParent)
                                        .thenApply(told -> new Outcome.Taken(written, told, bare)));
    }

    /** How long to wait before the source may bring more; empty where it may now. */
    Optional<Duration> pause(Source source) {
        return posts.pause(source);
    }

    private static <D extends Draft> List<Handed<D>> handed(List<D> drafts) {
        return drafts.stream().<Handed<D>>map(Handed.Readable::new).toList();
    }
}
