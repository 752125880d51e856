package org.upstander.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds where HTTP/1.1 responses end, whatever pieces they arrive in; keeps the status, drops the
 * body. As little work as can be: the generator shares the cores with what it measures.
 */
final class ResponseReader {

    private enum State {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK_DATA,
        TRAILER
    }

    private final byte[] head = new byte[8 << 10];
    private State state = State.HEAD;
    private int headLength;
    private int lineLength;
    private long remaining;
    private int status;

    /** Status of the response that ended last. */
    int status() {
        return status;
    }

    /** Takes bytes up to the end of a response; true when one ended. */
    boolean read(ByteBuffer in) {
        while (in.hasRemaining()) {
            boolean ended =
                    switch (state) {
                        case HEAD -> readHead(in);
                        case BODY -> skip(in);
                        case CHUNK_SIZE -> readChunkSize(in);
                        case CHUNK_DATA -> skipChunk(in);
                        case TRAILER -> readTrailer(in);
                    };
            if (ended) {
                headLength = 0;
                lineLength = 0;
                state = State.HEAD;
                return true;
            }
        }
        return false;
    }

    private boolean readHead(ByteBuffer in) {
        while (in.hasRemaining()) {
            if (headLength == head.length) {
                throw new IllegalStateException("response head is longer than " + head.length);
            }
            byte next = in.get();
            head[headLength++] = next;
            if (next == '\n'
                    && headLength >= 4
                    && head[headLength - 2] == '\r'
                    && head[headLength - 3] == '\n') {
                return interpretHead();
            }
        }
        return false;
    }

    private boolean interpretHead() {
        status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + (head[11] - '0');
        String lines =
                new String(head, 0, headLength, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        int length = lines.indexOf("\r\ncontent-length:");
        if (length >= 0) {
            int from = length + "\r\ncontent-length:".length();
            remaining = Long.parseLong(lines.substring(from, lines.indexOf('\r', from)).trim());
            state = State.BODY;
            return remaining == 0;
        }
        if (lines.contains("\r\ntransfer-encoding: chunked")) {
            headLength = 0;
            state = State.CHUNK_SIZE;
            return false;
        }
        return true;
    }

    private boolean skip(ByteBuffer in) {
        int taken = (int) Math.min(remaining, in.remaining());
        in.position(in.position() + taken);
        remaining -= taken;
        return remaining == 0;
    }

    private boolean readChunkSize(ByteBuffer in) {
        byte next = in.get();
        if (next != '\n') {
            head[headLength++] = next;
            return false;
        }
        String size = new String(head, 0, headLength, StandardCharsets.ISO_8859_1).trim();
        headLength = 0;
        int extension = size.indexOf(';');
        long bytes = Long.parseLong(extension < 0 ? size : size.substring(0, extension), 16);
        remaining = bytes + 2; // and the line end behind the data
        state = bytes == 0 ? State.TRAILER : State.CHUNK_DATA;
        return false;
    }

    private boolean skipChunk(ByteBuffer in) {
        if (skip(in)) {
            state = State.CHUNK_SIZE;
        }
        return false;
    }

    private boolean readTrailer(ByteBuffer in) {
        byte next = in.get();
        if (next == '\n') {
            boolean empty = lineLength == 0;
            lineLength = 0;
            return empty;
        }
        if (next != '\r') {
            lineLength++;
        }
        return false;
    }
}
