package org.upstander.ingest.application.poll;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.AcceptPosts;
import org.upstander.ingest.application.source.KnownSources;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;

/** Tells what would come of asking a source for the first time; nothing is stored or counted. */
@ApplicationScoped
public class ProbePoll {

    private static final int MOST_SHOWN = 20;

    private final KnownSources sources;
    private final Pollers pollers;
    private final AcceptPosts posts;

    ProbePoll(KnownSources sources, Pollers pollers, AcceptPosts posts) {
        this.sources = sources;
        this.pollers = pollers;
        this.posts = posts;
    }

    /**
     * What would come of it.
     *
     * @param failure why it brought nothing, or null
     * @param posts what would become of the first of them
     */
    public record Probe(PollFailure failure, List<Admission<Post>> posts) {

        public Probe {
            posts = List.copyOf(posts);
        }
    }

    /**
     * @return empty where no source of this id is asked; the stage never fails
     */
    public Optional<CompletionStage<Probe>> probe(String sourceId) {
        return sources.find(sourceId)
                .flatMap(pollers::probe)
                .map(asked -> asked.thenApply(this::seen));
    }

    private Probe seen(Polled polled) {
        if (polled instanceof Polled.Answered answer) {
            return new Probe(
                    null, answer.items().stream().limit(MOST_SHOWN).map(this::checked).toList());
        }
        return new Probe(((Polled.Failed) polled).why(), List.of());
    }

    private Admission<Post> checked(Handed<Draft.OfPost> item) {
        if (item instanceof Handed.Readable<Draft.OfPost> readable) {
            return posts.check(readable.draft());
        }
        Handed.Unreadable<Draft.OfPost> wrong = (Handed.Unreadable<Draft.OfPost>) item;
        return new Admission.Rejected<>(wrong.externalId(), wrong.violations());
    }
}
