package org.upstander.ingest.fetch;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.function.Consumer;

/**
 * Puts messages of a WebSocket server together (RFC 6455), and answers what keeps the connection
 * alive. Written here because Vert.x's own client looks a name up by itself, so it could be led
 * elsewhere than to the address that was checked.
 */
final class WebSocketFrames {

    private static final int CONTINUED = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private static final int LAST = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int LONGEST_OF_CONTROL = 125;

    private static final SecureRandom MASKS = new SecureRandom();

    private final int longest;
    private final Consumer<String> sink;
    private final Consumer<Buffer> answer;
    private Buffer unread = Buffer.buffer();
    private Buffer message;
    private boolean closed;

    /** What is to be thought of what came. */
    enum State {
        OPEN,
        /** They said good-bye. */
        CLOSED,
        /** No WebSocket, or longer than it may be. */
        BROKEN
    }

    /**
     * @param longest bytes of a message
     * @param sink gets each message
     * @param answer gets frames for the server
     */
    WebSocketFrames(int longest, Consumer<String> sink, Consumer<Buffer> answer) {
        this.longest = longest;
        this.sink = sink;
        this.answer = answer;
    }

    State take(Buffer part) {
        unread.appendBuffer(part);
        int at = 0;
        State state = State.OPEN;
        while (state == State.OPEN) {
            int header = headerLength(at);
            long length = header < 0 ? -1 : length(at);
            if (header >= 0 && length > longest || header >= 0 && !isSound(at, length)) {
                return State.BROKEN;
            }
            if (header < 0 || unread.length() < at + header + length) {
                break;
            }
            int from = at + header;
            int to = from + (int) length;
            state = frame(unread.getByte(at), unread.getBuffer(from, to));
            at = to;
        }
        if (at > 0) {
            unread = unread.getBuffer(at, unread.length());
        }
        return state;
    }

    /** -1 where not all of it is there. */
    private int headerLength(int at) {
        if (unread.length() < at + 2) {
            return -1;
        }
        int header =
                switch (unread.getByte(at + 1) & ~MASKED & 0xFF) {
                    case SHORT -> 4;
                    case LONG -> 10;
                    default -> 2;
                };
        return unread.length() < at + header ? -1 : header;
    }

    private long length(int at) {
        int said = unread.getByte(at + 1) & ~MASKED & 0xFF;
        return switch (said) {
            case SHORT -> unread.getUnsignedShort(at + 2);
            case LONG -> {
                long length = unread.getLong(at + 2);
                yield length < 0 ? Long.MAX_VALUE : length;
            }
            default -> said;
        };
    }

    /** No extension was agreed on, servers mask nothing, and control frames are short and whole. */
    private boolean isSound(int at, long length) {
        int head = unread.getByte(at);
        boolean control = (head & OPCODE) >= CLOSE;
        return (head & RESERVED) == 0
                && (unread.getByte(at + 1) & MASKED) == 0
                && (!control || length <= LONGEST_OF_CONTROL && (head & LAST) != 0);
    }

    private State frame(int head, Buffer payload) {
        return switch (head & OPCODE) {
            case TEXT, BINARY -> message == null ? begun(head, payload) : State.BROKEN;
            case CONTINUED -> message == null ? State.BROKEN : continued(head, payload);
            case PING -> {
                answer.accept(masked(PONG, payload));
                yield State.OPEN;
            }
            case PONG -> State.OPEN;
            case CLOSE -> State.CLOSED;
            default -> State.BROKEN;
        };
    }

    private State begun(int head, Buffer payload) {
        message = Buffer.buffer();
        return continued(head, payload);
    }

    private State continued(int head, Buffer payload) {
        message.appendBuffer(payload);
        if (message.length() > longest) {
            return State.BROKEN;
        }
        if ((head & LAST) != 0) {
            String whole = message.toString(StandardCharsets.UTF_8);
            message = null;
            sink.accept(whole);
        }
        return State.OPEN;
    }

    /** Says good-bye, once. */
    void close() {
        if (!closed) {
            closed = true;
            answer.accept(masked(CLOSE, Buffer.buffer().appendShort((short) 1000)));
        }
    }

    /** What a client sends is masked. */
    private static Buffer masked(int opcode, Buffer payload) {
        byte[] mask = new byte[4];
        MASKS.nextBytes(mask);
        Buffer frame =
                Buffer.buffer()
                        .appendByte((byte) (LAST | opcode))
                        .appendByte((byte) (MASKED | payload.length()))
                        .appendBytes(mask);
        for (int i = 0; i < payload.length(); i++) {
            frame.appendByte((byte) (payload.getByte(i) ^ mask[i % mask.length]));
        }
        return frame;
    }
}
