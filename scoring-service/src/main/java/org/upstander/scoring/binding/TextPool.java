package org.upstander.scoring.binding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts one behind the other in one array of UTF-8: of a hundred thousand people there is one
 * object to keep and to move, not millions.
 */
final class TextPool {
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private byte[] bytes = new byte[256];
    private int size;

    /** Where the text stands from now on. */
    int add(String text) {
        byte[] own = text.getBytes(StandardCharsets.UTF_8);
        int at = size;
        room(own.length + Integer.BYTES + 1);
        int length = own.length;
        while (length >= MORE) {
            bytes[size++] = (byte) (length | MORE);
            length >>>= BITS;
        }
        bytes[size++] = (byte) length;
        System.arraycopy(own, 0, bytes, size, own.length);
        size += own.length;
        return at;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    /** One past the last text. */
    int end() {
        return size;
    }

    String get(int at) {
        int start = start(at);
        return new String(bytes, start, length(at), StandardCharsets.UTF_8);
    }

    /** Where the text behind this one stands. */
    int next(int at) {
        return start(at) + length(at);
    }

    boolean is(int at, byte[] utf8) {
        int start = start(at);
        return Arrays.equals(bytes, start, start + length(at), utf8, 0, utf8.length);
    }

    boolean same(int at, int other) {
        int start = start(at);
        int otherStart = start(other);
        return Arrays.equals(
                bytes, start, start + length(at), bytes, otherStart, otherStart + length(other));
    }

    private int start(int at) {
        int start = at;
        while (bytes[start] < 0) {
            start++;
        }
        return start + 1;
    }

    private int length(int at) {
        int length = 0;
        int shift = 0;
        int place = at;
        while (bytes[place] < 0) {
            length |= (bytes[place++] & (MORE - 1)) << shift;
            shift += BITS;
        }
        return length | bytes[place] << shift;
    }

    TextPool trimmed() {
        bytes = Arrays.copyOf(bytes, size);
        return this;
    }
}
