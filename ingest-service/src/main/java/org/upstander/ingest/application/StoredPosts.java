package org.upstander.ingest.application;

import java.util.function.Predicate;
import org.upstander.ingest.domain.Post;

/** What the log has, for whoever goes on where another broke off. */
public interface StoredPosts {

    /**
     * Looks at the latest posts of the log, all that was stored before the call among them. Takes
     * seconds, and blocks.
     *
     * @return whether a post, in this revision, is one of them
     * @throws LogUnavailable while the log cannot be read
     */
    Predicate<Post> latest();
}
