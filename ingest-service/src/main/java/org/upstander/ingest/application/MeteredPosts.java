package org.upstander.ingest.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.source.Quotas;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;

/** Takes the posts of a source, and counts them against what it may bring. */
@ApplicationScoped
public class MeteredPosts {

    private final AcceptPosts posts;
    private final Quotas quotas;

    public MeteredPosts(AcceptPosts posts, Quotas quotas) {
        this.posts = posts;
        this.quotas = quotas;
    }

    /** As {@link AcceptPosts#accept}. */
    public CompletionStage<List<Admission<Post>>> accept(
            Source source, List<Handed<Draft.OfPost>> items, String traceParent) {
        return posts.accept(items, traceParent)
                .thenApply(
                        admissions -> {
                            quotas.spend(source, admissions.size());
                            return admissions;
                        });
    }

    /** How long to wait before the source may bring more; empty where it may now. */
    public Optional<Duration> pause(Source source) {
        return quotas.pause(source);
    }
}
