package org.upstander.ingest.application.poll;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.MeteredPosts;
import org.upstander.ingest.application.report.MailedReports;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;

/** Takes what an answer holds: its posts, and what was reported with them. */
@ApplicationScoped
class TakeAnswer {

    private final MeteredPosts posts;
    private final MailedReports reports;

    TakeAnswer(MeteredPosts posts, MailedReports reports) {
        this.posts = posts;
        this.reports = reports;
    }

    /**
     * As {@link org.upstander.ingest.application.AcceptPosts#accept}, and {@link
     * MailedReports#take}.
     */
    CompletionStage<List<Admission<Post>>> take(Source source, Polled.Answered answer) {
        return (answer.items().isEmpty()
                        ? CompletableFuture.completedFuture(List.<Admission<Post>>of())
                        : posts.accept(source, answer.items(), null))
                // Last: what they spend is not given back where posts have them all come again.
                .thenCompose(
                        admissions ->
                                reports.take(answer.reports()).thenApply(taken -> admissions));
    }

    /** As {@link MeteredPosts#pause}. */
    Optional<Duration> pause(Source source) {
        return posts.pause(source);
    }
}
