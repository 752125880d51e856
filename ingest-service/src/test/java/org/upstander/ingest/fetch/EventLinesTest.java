package org.upstander.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLinesTest {

    private static final String STREAM =
            "\uFEFF:)\n\n"
                    + "event: update\n"
                    + "data: {\"id\":\"1\",\n"
                    + "data:\"é\":\"🙈\"}\n\n"
                    + ":thump\n\n"
                    + "id: 7\n"
                    + "retry: 5\n"
                    + "event:delete\n"
                    + "data: 12\n\n"
                    + "data: nameless\n\n"
                    + "event: nothing\n\n"
                    + "event: update\n"
                    + "data: unfinished";

    private final List<String> heard = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void eventsAreReadWhateverEndsALine(String end) {
        assertThat(lines(1_000).take(Buffer.buffer(STREAM.replace("\n", end)))).isTrue();
        assertThat(heard)
                .containsExactly(
                        "update {\"id\":\"1\",\n\"é\":\"🙈\"}", "delete 12", "null nameless");
    }

    @Property(tries = 200)
    void eventsAreTheSameHoweverTheyAreCut(
            @ForAll @IntRange(min = 1, max = 60) int part, @ForAll boolean longEnds) {
        Buffer wire = Buffer.buffer(longEnds ? STREAM.replace("\n", "\r\n") : STREAM);
        heard.clear();
        EventLines lines = lines(1_000);
        for (int at = 0; at < wire.length(); at += part) {
            assertThat(lines.take(wire.getBuffer(at, Math.min(wire.length(), at + part)))).isTrue();
        }
        assertThat(heard).hasSize(3);
        assertThat(heard.get(0)).contains("🙈");
    }

    @Test
    void aLineOrAnEventThatIsTooLongCannotBeRead() {
        assertThat(lines(100).take(Buffer.buffer("data: " + "a".repeat(100)))).isFalse();
        assertThat(lines(100).take(Buffer.buffer(":" + "a".repeat(100) + "\n"))).isFalse();
        assertThat(lines(100).take(Buffer.buffer(("data: " + "a".repeat(30) + "\n").repeat(4))))
                .isFalse();
        assertThat(heard).isEmpty();
    }

    private EventLines lines(int longest) {
        return new EventLines(longest, (event, said) -> heard.add(event + " " + said));
    }
}
