package org.upstander.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;

/** Bytes of a server that may send no events. */
class EventLinesFuzzTest {

    private static final int LONGEST = 1_000;

    static Stream<byte[]> seeds() {
        return Fuzzing.texts("\t\uFEFFevent: update\ndata: a\ndata: b\n\n:comment\r\ndata\r\r\n");
    }

    @MethodSource("seeds")
    @FuzzTest
    void eventsAreNoLongerThanTheyMayBe(byte[] bytes) {
        List<String> said = new ArrayList<>();
        EventLines lines = new EventLines(LONGEST, (event, data) -> said.add(data));
        int part = bytes.length == 0 ? 1 : Math.max(1, bytes[0]);
        boolean good = true;
        for (int at = 1; at < bytes.length && good; at += part) {
            good =
                    lines.take(
                            Buffer.buffer(bytes).getBuffer(at, Math.min(bytes.length, at + part)));
        }
        assertThat(said).allMatch(data -> data.length() <= LONGEST);
    }
}
