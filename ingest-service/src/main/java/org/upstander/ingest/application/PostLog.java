package org.upstander.ingest.application;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Post;

/** Where admitted posts go, never to be lost. */
public interface PostLog {

    /**
     * Writes posts; those of one thread keep their order.
     *
     * @param posts at least one
     * @param traceParent W3C trace context to carry along, or null
     * @return completes when every post is stored for good; fails with {@link LogUnavailable}
     *     within the time that was configured, when that cannot be said of all of them. Some may be
     *     stored all the same, or come to be later: handing them in again is harmless.
     */
    CompletionStage<Void> append(List<Post> posts, String traceParent);

    /**
     * Writes, of posts that are stored, what they were received as, where that is kept: whoever was
     * lost between the two wrote only the first.
     *
     * @param posts any number
     * @return as {@link #append}
     */
    default CompletionStage<Void> appendOriginals(List<Post> posts) {
        return CompletableFuture.completedFuture(null);
    }
}
