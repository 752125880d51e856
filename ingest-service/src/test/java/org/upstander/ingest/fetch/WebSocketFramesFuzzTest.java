package org.upstander.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes of a server that may be no WebSocket. */
class WebSocketFramesFuzzTest {

    private static final int LONGEST = 1_000;

    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {1, (byte) 0x81, 2, 'h', 'i', (byte) 0x89, 0},
                new byte[] {3, 0x01, 1, 'a', (byte) 0x80, 1, 'b', (byte) 0x88, 2, 3, (byte) 0xE8},
                new byte[] {9, (byte) 0x82, 126, 0, 3, 1, 2, 3, (byte) 0x8A, 1, 0});
    }

    @MethodSource("seeds")
    @FuzzTest
    void messagesAreNoLongerThanTheyMayBe(byte[] bytes) {
        List<String> messages = new ArrayList<>();
        WebSocketFrames frames = new WebSocketFrames(LONGEST, messages::add, answer -> {});
        int part = bytes.length == 0 ? 1 : Math.max(1, bytes[0]);
        WebSocketFrames.State state = WebSocketFrames.State.OPEN;
        for (int at = 1; at < bytes.length && state == WebSocketFrames.State.OPEN; at += part) {
            state =
                    frames.take(
                            Buffer.buffer(bytes).getBuffer(at, Math.min(bytes.length, at + part)));
        }
        frames.close();
        assertThat(messages).allMatch(message -> message.length() <= LONGEST);
    }
}
