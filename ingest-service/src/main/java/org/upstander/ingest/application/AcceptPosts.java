package org.upstander.ingest.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.domain.Passage;
import org.upstander.ingest.domain.PlainQuotes;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.PostRules;
import org.upstander.ingest.domain.Reading;

/** Takes posts: each is admitted or refused on its own, and the admitted ones are stored. */
@ApplicationScoped
public class AcceptPosts {

    private final PostLog log;
    private final ReadHtml markup;
    private final SeenPosts seen;
    private final IngestMetrics metrics;
    private final Clock clock;

    public AcceptPosts(
            PostLog log, ReadHtml markup, SeenPosts seen, IngestMetrics metrics, Clock clock) {
        this.log = log;
        this.markup = markup;
        this.seen = seen;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes the posts of a request, or of one part of it.
     *
     * @param items in the order of the request
     * @param traceParent W3C trace context to carry along, or null
     * @return what became of each, in the same order, once every admitted one is stored; fails with
     *     {@link LogUnavailable}, and then none counts as taken
     */
    public CompletionStage<List<Admission<Post>>> accept(
            List<Handed<Draft.OfPost>> items, String traceParent) {
        return accept(items, traceParent, log);
    }

    /**
     * As {@link #accept}, of posts of which the log may have some: those are taken, and not written
     * again, but for their originals, which it may lack.
     */
    public CompletionStage<List<Admission<Post>>> acceptMissing(
            List<Handed<Draft.OfPost>> items, Predicate<Post> stored) {
        return accept(items, null, (posts, traceParent) -> missing(posts, stored));
    }

    private CompletionStage<List<Admission<Post>>> accept(
            List<Handed<Draft.OfPost>> items, String traceParent, PostLog to) {
        PostRules rules = new PostRules(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new Admissions<Draft.OfPost, Post>(IngestMetrics.Kind.POST, to::append, metrics)
                .accept(
                        items,
                        item ->
                                withOriginal(
                                        remembered(admit(rules, item.draft())), item.original()),
                        traceParent,
                        this::countTruncated);
    }

    private CompletionStage<Void> missing(List<Post> posts, Predicate<Post> stored) {
        Map<Boolean, List<Post>> isStored =
                posts.stream().collect(Collectors.partitioningBy(stored));
        List<Post> missing = isStored.get(false);
        CompletionStage<Void> written =
                missing.isEmpty()
                        ? CompletableFuture.completedFuture(null)
                        : log.append(missing, null);
        return written.thenCombine(
                log.appendOriginals(isStored.get(true)), (ofPosts, ofOriginals) -> null);
    }

    /** What would become of one; nothing is stored or counted. */
    public Admission<Post> check(Draft.OfPost draft) {
        return admit(new PostRules(clock.instant().truncatedTo(ChronoUnit.MILLIS)), draft);
    }

    private Admission<Post> admit(PostRules rules, Draft.OfPost draft) {
        if (draft.text() == null && draft.html() != null && !draft.deleted()) {
            Reading reading = markup.read(draft.html());
            return complete(rules.admit(draft.withText(reading.text())), reading.quoted());
        }
        Admission<Post> admission = rules.admit(draft);
        return admission instanceof Admission.Accepted<Post> accepted
                ? complete(admission, PlainQuotes.in(accepted.item().text()))
                : admission;
    }

    private Admission<Post> complete(Admission<Post> admission, List<Passage> quoted) {
        return admission instanceof Admission.Accepted<Post> accepted
                ? new Admission.Accepted<>(seen.complete(accepted.item(), quoted))
                : admission;
    }

    private static Admission<Post> withOriginal(Admission<Post> admission, Original original) {
        return admission instanceof Admission.Accepted<Post> accepted && original != null
                ? new Admission.Accepted<>(accepted.item().with(original))
                : admission;
    }

    /** At once, so that the answer to it in the same request knows it. */
    private Admission<Post> remembered(Admission<Post> admission) {
        if (admission instanceof Admission.Accepted<Post> accepted && !accepted.item().deleted()) {
            Post post = accepted.item();
            seen.remember(
                    post.id().value(),
                    post.revision().value(),
                    post.author(),
                    post.text(),
                    post.quotes());
        }
        return admission;
    }

    private void countTruncated(List<Admission<Post>> results) {
        int truncated = 0;
        for (Admission<Post> result : results) {
            if (result instanceof Admission.Accepted<Post> accepted
                    && accepted.item().truncated()) {
                truncated++;
            }
        }
        if (truncated > 0) {
            metrics.truncated(truncated);
        }
    }
}
