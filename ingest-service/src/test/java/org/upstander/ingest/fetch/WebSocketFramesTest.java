package org.upstander.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketFramesTest {

    private static final int LONGEST = 200_000;

    private final List<String> messages = new ArrayList<>();
    private final List<Buffer> answers = new ArrayList<>();
    private final WebSocketFrames frames =
            new WebSocketFrames(LONGEST, messages::add, answers::add);

    @Property(tries = 300)
    void messagesAreTheSameHoweverTheyAreCut(
            @ForAll @Size(max = 8) List<@IntRange(max = 70_000) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 9_000) int part,
            @ForAll @IntRange(min = 1, max = 40_000) int frame) {
        List<String> sent = lengths.stream().map(length -> "é".repeat(length / 2)).toList();
        Buffer wire = Buffer.buffer();
        sent.forEach(text -> append(wire, text, frame));
        messages.clear();
        for (int at = 0; at < wire.length(); at += part) {
            assertThat(frames.take(wire.getBuffer(at, Math.min(wire.length(), at + part))))
                    .isEqualTo(WebSocketFrames.State.OPEN);
        }
        assertThat(messages).isEqualTo(sent);
    }

    @Test
    void aPingIsAnsweredMaskedAlsoWithinAMessage() {
        assertThat(frames.take(frame(0x01, "ab").appendBuffer(frame(0x89, "hi"))))
                .isEqualTo(WebSocketFrames.State.OPEN);
        frames.take(frame(0x80, "cd"));
        assertThat(messages).containsExactly("abcd");
        Buffer pong = answers.get(0);
        assertThat(pong.getByte(0)).isEqualTo((byte) 0x8A);
        assertThat(pong.getByte(1)).isEqualTo((byte) (0x80 | 2));
        assertThat((char) (pong.getByte(6) ^ pong.getByte(2))).isEqualTo('h');
        assertThat((char) (pong.getByte(7) ^ pong.getByte(3))).isEqualTo('i');
    }

    @Test
    void goodByeIsHeardAndSaidOnce() {
        assertThat(frames.take(frame(0x88, ""))).isEqualTo(WebSocketFrames.State.CLOSED);
        frames.close();
        frames.close();
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).getByte(0)).isEqualTo((byte) 0x88);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xC1, // an extension that was not agreed on
                0x83, // an opcode that there is not
                0x80, // goes on where nothing began
                0x09 // a control frame in parts
            })
    void whatIsNoWebSocketIsBroken(int head) {
        assertThat(frames.take(frame(head, "a"))).isEqualTo(WebSocketFrames.State.BROKEN);
        assertThat(messages).isEmpty();
    }

    @Test
    void aMaskedOrLongFrameIsBrokenBeforeItIsThere() {
        Buffer masked = Buffer.buffer().appendByte((byte) 0x81).appendByte((byte) 0x81);
        assertThat(frames.take(masked)).isEqualTo(WebSocketFrames.State.BROKEN);
        for (long length : new long[] {LONGEST + 1, Long.MAX_VALUE, -1}) {
            Buffer large =
                    Buffer.buffer()
                            .appendByte((byte) 0x81)
                            .appendByte((byte) 127)
                            .appendLong(length);
            assertThat(new WebSocketFrames(LONGEST, messages::add, answers::add).take(large))
                    .isEqualTo(WebSocketFrames.State.BROKEN);
        }
    }

    @Test
    void aMessageInPartsMayNotBeLongerEither() {
        frames.take(frame(0x01, "a".repeat(LONGEST)));
        assertThat(frames.take(frame(0x00, "a"))).isEqualTo(WebSocketFrames.State.BROKEN);
    }

    @Property(tries = 500)
    void noBytesDoHarm(@ForAll @UniqueElements byte[] bytes) {
        new WebSocketFrames(LONGEST, messages::add, answers::add).take(Buffer.buffer(bytes));
    }

    private static void append(Buffer wire, String text, int most) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        do {
            int to = Math.min(bytes.length, at + most);
            int head = (at == 0 ? 0x01 : 0x00) | (to == bytes.length ? 0x80 : 0x00);
            wire.appendBuffer(frame(head, Buffer.buffer(bytes).getBuffer(at, to)));
            at = to;
        } while (at < bytes.length);
    }

    private static Buffer frame(int head, String payload) {
        return frame(head, Buffer.buffer(payload));
    }

    private static Buffer frame(int head, Buffer payload) {
        Buffer frame = Buffer.buffer().appendByte((byte) head);
        if (payload.length() < 126) {
            frame.appendByte((byte) payload.length());
        } else if (payload.length() < 65_536) {
            frame.appendByte((byte) 126).appendUnsignedShort(payload.length());
        } else {
            frame.appendByte((byte) 127).appendLong(payload.length());
        }
        return frame.appendBuffer(payload);
    }
}
