package org.upstander.ingest.application;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;

/** Posts that are on their way for as long as a test wants. */
public final class AcceptPostsOf {

    private AcceptPostsOf() {}

    public static AcceptPosts these(
            Function<List<Handed<Draft.OfPost>>, CompletionStage<List<Admission<Post>>>> sent) {
        return these(sent, sent);
    }

    /**
     * @param missing as sent, of those where what is stored is left out
     */
    public static AcceptPosts these(
            Function<List<Handed<Draft.OfPost>>, CompletionStage<List<Admission<Post>>>> sent,
            Function<List<Handed<Draft.OfPost>>, CompletionStage<List<Admission<Post>>>> missing) {
        return new AcceptPosts(AcceptPostsOf::none, null, null, null, null) {
            @Override
            public CompletionStage<List<Admission<Post>>> accept(
                    List<Handed<Draft.OfPost>> items, String traceParent) {
                return sent.apply(items);
            }

            @Override
            public CompletionStage<List<Admission<Post>>> acceptMissing(
                    List<Handed<Draft.OfPost>> items, Predicate<Post> stored) {
                return missing.apply(items);
            }
        };
    }

    private static CompletionStage<Void> none(List<Post> posts, String traceParent) {
        throw new IllegalStateException("goes past the log");
    }
}
