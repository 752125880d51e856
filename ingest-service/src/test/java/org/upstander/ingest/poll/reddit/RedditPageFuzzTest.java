package org.upstander.ingest.poll.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.poll.Page;
import org.upstander.ingest.poll.Pages;

/** Answers that a place never gave. */
class RedditPageFuzzTest {

    private static final Source SOURCE = Pages.source("reddit", "https://oauth.reddit.com/r/a");

    static Stream<byte[]> seeds() {
        return Fuzzing.fixtures("polls/reddit-comments.json");
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsAPageOrUnreadable(byte[] bytes) {
        try {
            Page page = RedditPage.read(bytes, SOURCE);
            Fuzzing.assertJudged(
                    page.items().stream().flatMap(item -> item.post().stream()).toList());
        } catch (Unreadable e) {
            assertThat(e.pointer()).isNotNull();
        }
    }
}
