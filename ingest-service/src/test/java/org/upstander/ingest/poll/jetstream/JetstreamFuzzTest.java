package org.upstander.ingest.poll.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.domain.SignalRules;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.poll.Pages;

/** Whatever a Jetstream says, a message a line. */
class JetstreamFuzzTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Source SOURCE =
            Pages.source("bluesky", "wss://jetstream.example.org/subscribe");

    static Stream<byte[]> seeds() {
        return Fuzzing.fixtures(
                "polls/jetstream-create.json",
                "polls/jetstream-delete.json",
                "polls/jetstream-identity.json",
                "polls/jetstream-repost.json");
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsHeardAndTheCursorGoesOn(byte[] bytes) {
        JetstreamCursor begin = new JetstreamCursor(SOURCE.url(), 1, Map.of());
        JetstreamBatch batch = new JetstreamBatch(begin, SOURCE, NOW);
        batch.take(null, Fuzzing.text(bytes));
        Fuzzing.text(bytes).lines().forEach(line -> batch.take(null, line));
        Fuzzing.assertJudged(batch.items());
        batch.reposts().forEach(repost -> new SignalRules(NOW).admit(repost));
        assertThat(JetstreamCursor.read(batch.cursor().write())).isEqualTo(batch.cursor());
        assertThat(batch.cursor().from())
                .isBetween(begin.from(), JetstreamCursor.micros(NOW.plus(JetstreamCursor.CLOCKS)));
    }
}
