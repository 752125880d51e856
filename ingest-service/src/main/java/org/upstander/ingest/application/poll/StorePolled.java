package org.upstander.ingest.application.poll;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.application.MeteredPosts;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;

/** Stores what a source answered: its posts, then who passed posts on. */
@ApplicationScoped
class StorePolled {

    private final MeteredPosts posts;
    private final AcceptSignals signals;

    StorePolled(MeteredPosts posts, AcceptSignals signals) {
        this.posts = posts;
        this.signals = signals;
    }

    /**
     * Fails with {@link org.upstander.ingest.application.LogUnavailable}.
     *
     * @return what became of the posts
     */
    CompletionStage<List<Admission<Post>>> store(Source source, Polled.Answered answer) {
        return posts(source, answer)
                .thenCompose(
                        admissions ->
                                signals(answer)
                                        .thenApply(
                                                told -> {
                                                    posts.passedOn(source, answer.signals());
                                                    return admissions;
                                                }));
    }

    /** How long to wait before the source may bring more; empty where it may now. */
    Optional<Duration> pause(Source source) {
        return posts.pause(source);
    }

    private CompletionStage<List<Admission<Post>>> posts(Source source, Polled.Answered answer) {
        return answer.items().isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : posts.accept(source, answer.items(), null);
    }

    private CompletionStage<?> signals(Polled.Answered answer) {
        return answer.signals().isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : signals.accept(
                        answer.signals().stream()
                                .<Handed<Draft.OfSignal>>map(Handed.Readable::new)
                                .toList(),
                        null);
    }
}
