package org.upstander.ingest.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.PostRules;

/** Takes posts: each is admitted or refused on its own, and the admitted ones are stored. */
@ApplicationScoped
public class AcceptPosts {

    private final TextOfHtml markup;
    private final IngestMetrics metrics;
    private final Clock clock;
    private final Admissions<Draft.OfPost, Post> admissions;

    public AcceptPosts(PostLog log, TextOfHtml markup, IngestMetrics metrics, Clock clock) {
        this.markup = markup;
        this.metrics = metrics;
        this.clock = clock;
        this.admissions = new Admissions<>(IngestMetrics.Kind.POST, log::append, metrics);
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
        PostRules rules = new PostRules(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return admissions.accept(
                items, draft -> rules.admit(withText(draft)), traceParent, this::countTruncated);
    }

    /** What would become of one; nothing is stored or counted. */
    public Admission<Post> check(Draft.OfPost draft) {
        return new PostRules(clock.instant().truncatedTo(ChronoUnit.MILLIS)).admit(withText(draft));
    }

    private Draft.OfPost withText(Draft.OfPost draft) {
        return draft.text() == null && draft.html() != null && !draft.deleted()
                ? draft.withText(markup.textOf(draft.html()))
                : draft;
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
