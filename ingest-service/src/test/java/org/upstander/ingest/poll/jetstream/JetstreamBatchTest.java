package org.upstander.ingest.poll.jetstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.poll.Pages.fixture;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.fetch.Ear;
import org.upstander.ingest.poll.Pages;

/** What comes of one listening where a source asks for reposts, too. */
class JetstreamBatchTest {

    private static final Source SOURCE =
            Pages.source("bluesky", "wss://jetstream.example.org/subscribe");
    private static final Instant NOW = Instant.parse("2026-03-04T10:02:00Z");
    private static final String POST = fixture("jetstream-create.json");
    private static final String REPOST = fixture("jetstream-repost.json");

    private final JetstreamBatch batch =
            new JetstreamBatch(new JetstreamCursor(SOURCE.url(), 1, Map.of()), SOURCE, NOW);

    @Test
    void aRepostIsNewsOnceAndNoPost() {
        // When
        Ear.Took first = batch.take(null, REPOST);
        Ear.Took again = batch.take(null, REPOST);

        // Then
        assertThat(first).isEqualTo(Ear.Took.NEWS);
        assertThat(again).isEqualTo(Ear.Took.NOTHING);
        assertThat(batch.reposts()).hasSize(1);
        assertThat(batch.items()).isEmpty();
        assertThat(batch.isSilent()).isFalse();
        assertThat(batch.cursor().seen()).hasSize(1);
    }

    @Test
    void postsAndRepostsComeSideBySide() {
        batch.take(null, POST);
        batch.take(null, REPOST);

        assertThat(batch.items()).hasSize(1);
        assertThat(batch.reposts()).hasSize(1);
    }

    @Test
    void aRepostThatIsTakenBackIsNothing() {
        assertThat(batch.take(null, REPOST.replace("\"create\"", "\"delete\"")))
                .isEqualTo(Ear.Took.NOTHING);
        assertThat(batch.isSilent()).isTrue();
    }
}
