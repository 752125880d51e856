package org.upstander.ingest.application;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;

/** Posts that are on their way for as long as a test wants. */
public final class AcceptPostsOf {

    private AcceptPostsOf() {}

    public static AcceptPosts these(
            Function<List<Handed<Draft.OfPost>>, CompletionStage<List<Admission<Post>>>> sent) {
        return new AcceptPosts(AcceptPostsOf::none, null, null, null, null) {
            @Override
            public CompletionStage<List<Admission<Post>>> accept(
                    List<Handed<Draft.OfPost>> items, String traceParent) {
                return sent.apply(items);
            }
        };
    }

    private static CompletionStage<Void> none(List<Post> posts, String traceParent) {
        throw new IllegalStateException("goes past the log");
    }
}
