package org.upstander.ingest.mail;

import java.io.OutputStream;
import java.util.Arrays;

/** The bytes of one message, of which only so many are kept as one may have. */
public final class MailBuffer extends OutputStream {

    /** A message may be so long. */
    public static final int MOST = 10 * 1024 * 1024;

    private static final int USUAL = 64 * 1024;

    private byte[] bytes = new byte[USUAL];
    private int length;
    private boolean tooLong;

    @Override
    public void write(int b) {
        if (hasRoomFor(1)) {
            bytes[length++] = (byte) b;
        }
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        if (hasRoomFor(count)) {
            System.arraycopy(from, offset, bytes, length, count);
            length += count;
        }
    }

    private boolean hasRoomFor(int count) {
        if (tooLong || count > MOST - length) {
            tooLong = true;
            return false;
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(length + count, length * 2)));
        }
        return true;
    }

    /** Whether there was more than is kept. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** Whether it holds nothing but spaces and ends of lines. */
    public boolean isBlank() {
        for (int at = 0; at < length; at++) {
            if (bytes[at] > ' ' || bytes[at] < 0) {
                return false;
            }
        }
        return !tooLong;
    }

    /** For the next message. */
    public void clear() {
        length = 0;
        tooLong = false;
        if (bytes.length > USUAL) {
            bytes = new byte[USUAL];
        }
    }

    /** The message, which shares these bytes. */
    MimePart message() {
        return MimePart.message(bytes, 0, length);
    }
}
