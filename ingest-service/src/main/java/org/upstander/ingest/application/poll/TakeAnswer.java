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
import org.upstander.ingest.application.report.SortMail;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;

/** Takes what an answer holds: its posts, who passed posts on, and what was reported. */
@ApplicationScoped
class TakeAnswer {

    private final MeteredPosts posts;
    private final MeteredSignals signals;
    private final SortMail mail;
    private final MailedReports reports;

    TakeAnswer(MeteredPosts posts, MeteredSignals signals, SortMail mail, MailedReports reports) {
        this.posts = posts;
        this.signals = signals;
        this.mail = mail;
        this.reports = reports;
    }

    /**
     * As {@link org.upstander.ingest.application.AcceptPosts#accept}, {@link SortMail#sort} and
     * {@link MailedReports#take}.
     *
     * @return what became of the posts
     */
    CompletionStage<List<Admission<Post>>> take(Source source, Polled.Answered answer) {
        return mail.sort(answer.items(), answer.coded())
                .thenCompose(sorted -> take(source, sorted, answer.signals()));
    }

    /** As {@link MeteredPosts#pause}. */
    Optional<Duration> pause(Source source) {
        return posts.pause(source);
    }

    private CompletionStage<List<Admission<Post>>> take(
            Source source, SortMail.Sorted sorted, List<Draft.OfSignal> told) {
        return posts(source, sorted.posts())
                .thenCompose(
                        admissions ->
                                signals(source, told)
                                        // Last: what they spend is not given back where the rest
                                        // has them all come again.
                                        .thenCompose(taken -> reports.take(source, sorted.coded()))
                                        .thenApply(taken -> admissions));
    }

    private CompletionStage<List<Admission<Post>>> posts(
            Source source, List<Handed<Draft.OfPost>> items) {
        return items.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : posts.accept(source, items, null);
    }

    private CompletionStage<?> signals(Source source, List<Draft.OfSignal> told) {
        return told.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : signals.accept(source, told, null);
    }
}
