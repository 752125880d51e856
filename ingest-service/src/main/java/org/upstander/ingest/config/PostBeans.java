package org.upstander.ingest.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.upstander.ingest.application.SeenPosts;

/** What posts are completed with. */
class PostBeans {

    @Produces
    @Singleton
    SeenPosts seen(SeenConfig config) {
        return new SeenPosts(config.posts());
    }
}
