package org.upstander.ingest.poll.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.webhook.Deliveries;

/** Whatever an instance says, streamed and paged. */
class StatusesFuzzTest {

    private static final Source SOURCE = Deliveries.PRIVATE;
    private static final List<String> EVENTS =
            List.of("update", "status.update", "delete", "other");

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Fuzzing.fixtures("polls/mastodon-status.json"),
                Fuzzing.texts(
                        "[{\"id\":\"2\",\"content\":\"a\",\"account\":{\"id\":\"1\"}}]",
                        "116012345678901234"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsHeardOrUnreadable(byte[] bytes) {
        MastodonCursor begin = new MastodonCursor("https://social.example.org", Map.of("1", ""));
        StreamEar ear = new StreamEar(SOURCE, begin, CompletableFuture::new);
        EVENTS.forEach(event -> ear.take(event, Fuzzing.text(bytes)));
        Fuzzing.assertJudged(
                ear.streamed().stream()
                        .map(StreamEar.Streamed::item)
                        .filter(Objects::nonNull)
                        .toList());
        MastodonCursor after =
                begin.after(
                        ear.streamed().stream()
                                .map(StreamEar.Streamed::status)
                                .filter(Objects::nonNull)
                                .toList());
        assertThat(MastodonCursor.read(after.write())).isEqualTo(after);
        try {
            Fuzzing.assertJudged(
                    Statuses.page(bytes, SOURCE).stream()
                            .map(Statuses.Status::item)
                            .filter(Objects::nonNull)
                            .toList());
        } catch (Unreadable e) {
            assertThat(e.pointer()).isNotNull();
        }
    }
}
