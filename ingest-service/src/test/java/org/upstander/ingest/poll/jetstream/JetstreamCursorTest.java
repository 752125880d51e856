package org.upstander.ingest.poll.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JetstreamCursorTest {

    private static final String URL = "wss://jetstream.example.org/subscribe";
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final long T = JetstreamCursor.micros(NOW);
    private static final long SECOND = 1_000_000;
    private static final Duration LISTENED = Duration.ofSeconds(20);

    @Test
    void whoIsNewIsHeardFromAboutNowOn() {
        JetstreamCursor first = JetstreamCursor.read("").of(URL, NOW);
        assertThat(first.from()).isEqualTo(T - 60 * SECOND);
        assertThat(JetstreamCursor.read(first.write())).isEqualTo(first);
        assertThat(first.of("wss://other.example.org", NOW.plusSeconds(9)).from())
                .isEqualTo(T - 51 * SECOND);
        assertThat(JetstreamCursor.read("{").of(URL, NOW)).isEqualTo(first);
    }

    @Test
    void itGoesOnALittleBeforeAndKnowsWhatCameSince() {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("old", T - 6 * SECOND);
        all.put("known", T - 5 * SECOND);
        all.put("last", T);
        JetstreamCursor next = at(T - 60 * SECOND).after(all, T);
        assertThat(next.from()).isEqualTo(T - 5 * SECOND);
        assertThat(next.seen()).containsOnlyKeys("known", "last");
    }

    @Test
    void itNeverGoesBackFurther() {
        assertThat(at(T).after(Map.of("x", T), T + SECOND).from()).isEqualTo(T);
    }

    @Test
    void whatItCannotRememberItDoesNotAskForAgain() {
        Map<String, Long> all = new LinkedHashMap<>();
        for (int i = 0; i < 1_500; i++) {
            all.put("k" + i, T + i);
        }
        JetstreamCursor next = at(T - SECOND).after(all, T + 1_499);
        assertThat(next.seen()).hasSize(JetstreamCursor.MOST_SEEN).containsKey("k500");
        assertThat(next.from()).isEqualTo(T + 499);
    }

    /** However long nothing comes, what a listening looks through stays short. */
    @Test
    void silenceIsLeftBehind() {
        JetstreamCursor hoursAgo = at(T - 3_600 * SECOND);
        assertThat(hoursAgo.afterSilence(hoursAgo, NOW, LISTENED).from())
                .isEqualTo(T - 3_000 * SECOND);
        JetstreamCursor now = at(T - 70 * SECOND);
        assertThat(now.afterSilence(now, NOW, LISTENED).from()).isEqualTo(T - 60 * SECOND);
        JetstreamCursor later = at(T);
        assertThat(later.afterSilence(later, NOW, LISTENED).from()).isEqualTo(T);
    }

    @Test
    void whatIsOlderThanTheServerKeepsIsLost() {
        long begin = T - 36 * 3_600 * SECOND;
        assertThat(at(begin).lostSince(NOW)).isNull();
        assertThat(at(begin - SECOND).lostSince(NOW))
                .isEqualTo(NOW.minus(Duration.ofHours(36)).minusSeconds(1));
        assertThat(at(begin - SECOND).kept(NOW)).isEqualTo(at(begin));
        assertThat(at(T).kept(NOW)).isEqualTo(at(T));
    }

    @ParameterizedTest
    @CsvSource({
        "wss://a.example.org,wss://a.example.org/subscribe?wantedCollections=app.bsky.feed.post&maxMessageSizeBytes=1000000&cursor=7",
        "wss://a.example.org/,wss://a.example.org/subscribe?wantedCollections=app.bsky.feed.post&maxMessageSizeBytes=1000000&cursor=7",
        "ws://a.example.org:6008/x?cursor=5&wantedDids=did:plc:a&wantedCollections=app.bsky.feed.*,ws://a.example.org:6008/x?wantedDids=did:plc:a&wantedCollections=app.bsky.feed.*&maxMessageSizeBytes=1000000&cursor=7"
    })
    void theOperatorsChoiceIsPassedOn(String url, String asked) {
        assertThat(JetstreamUrl.from(url, 7)).isEqualTo(asked);
    }

    private static JetstreamCursor at(long from) {
        return new JetstreamCursor(URL, from, Map.of());
    }
}
