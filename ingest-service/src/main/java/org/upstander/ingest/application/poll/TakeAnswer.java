package org.upstander.ingest.application.poll;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.MeteredPosts;
import org.upstander.ingest.application.MeteredSignals;
import org.upstander.ingest.application.report.MailedReports;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;

/** Takes what an answer holds: its posts, who passed posts on, and what was reported. */
@ApplicationScoped
class TakeAnswer {

    private final MeteredPosts posts;
    private final MeteredSignals signals;
    private final MailedReports reports;

    TakeAnswer(MeteredPosts posts, MeteredSignals signals, MailedReports reports) {
        this.posts = posts;
        this.signals = signals;
        this.reports = reports;
    }

    /**
     * As {@link org.upstander.ingest.application.AcceptPosts#accept}, and {@link
     * MailedReports#take}.
     *
     * @return what became of the posts
     */
    CompletionStage<List<Admission<Post>>> take(Source source, Polled.Answered answer) {
        return posts(source, answer)
                .thenCompose(admissions -> signals(source, answer).thenApply(told -> admissions))
                // Last: what they spend is not given back where the rest has them all come again.
                .thenCompose(
                        admissions ->
                                reports.take(answer.reports()).thenApply(taken -> admissions));
    }

    /** As {@link MeteredPosts#pause}. */
    Optional<Duration> pause(Source source) {
        return posts.pause(source);
    }

    private CompletionStage<List<Admission<Post>>> posts(Source source, Polled.Answered answer) {
        return answer.items().isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : posts.accept(source, answer.items(), null);
    }

    private CompletionStage<?> signals(Source source, Polled.Answered answer) {
        return answer.signals().isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : signals.accept(source, answer.signals(), null);
    }
}
