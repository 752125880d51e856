package org.upstander.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.webhook.Deliveries.FORUM;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.source.Quotas;
import org.upstander.ingest.domain.Drafts;

/** What a source may bring, apart from posts. */
class MeteredPostsTest {

    private final MeteredPosts posts = new MeteredPosts(null, new Quotas(3, () -> 0));

    @Test
    void aCrowdThatPassesPostsOnIsAFloodAsWell() {
        posts.passedOn(FORUM, List.of(Drafts.boost(), Drafts.boost()));
        assertThat(posts.pause(FORUM)).isEmpty();
        posts.passedOn(FORUM, List.of(Drafts.boost()));
        assertThat(posts.pause(FORUM)).isPresent();
    }

    @Test
    void whatModeratorsDoIsNone() {
        posts.passedOn(FORUM, Collections.nCopies(100, Drafts.ban()));
        assertThat(posts.pause(FORUM)).isEmpty();
    }
}
