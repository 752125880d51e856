package org.upstander.ingest.http;

/**
 * Whether bytes are UTF-8 in the strict sense. Jackson takes overlong forms and surrogates in three
 * bytes for what they stand for, which would let one text have two spellings.
 */
final class Utf8 {

    private static final int BAD = -1;

    private Utf8() {}

    static boolean valid(byte[] data, int from, int to) {
        int i = from;
        while (i < to) {
            if (data[i] >= 0) {
                i++;
                continue;
            }
            int length = sequence(data, i, to);
            if (length == BAD) {
                return false;
            }
            i += length;
        }
        return true;
    }

    /** Length of the sequence that begins with a byte over 0x7F (Unicode, table 3-7). */
    private static int sequence(byte[] data, int i, int to) {
        int first = data[i] & 0xFF;
        if (first >= 0xC2 && first <= 0xDF) {
            return continued(data, i + 1, to, 1) ? 2 : BAD;
        }
        if (i + 1 >= to) {
            return BAD;
        }
        int second = data[i + 1] & 0xFF;
        if (first >= 0xE0 && first <= 0xEF) {
            int low = first == 0xE0 ? 0xA0 : 0x80;
            int high = first == 0xED ? 0x9F : 0xBF;
            boolean good = second >= low && second <= high && continued(data, i + 2, to, 1);
            return good ? 3 : BAD;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            int low = first == 0xF0 ? 0x90 : 0x80;
            int high = first == 0xF4 ? 0x8F : 0xBF;
            boolean good = second >= low && second <= high && continued(data, i + 2, to, 2);
            return good ? 4 : BAD;
        }
        return BAD;
    }

    private static boolean continued(byte[] data, int from, int to, int count) {
        if (from + count > to) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if ((data[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
