package org.upstander.ingest.domain;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An item as it was received, kept as evidence beside what was read from it.
 *
 * @param data shared with its neighbours, not to be changed
 * @param from first byte
 * @param to behind the last byte, at most {@link #MOST} on
 * @param contentType media type of these bytes
 * @param restated whether they are the item as it was read, written anew, because it could not be
 *     cut out of what it came in
 * @param cut whether there was more
 */
public record Original(
        byte[] data, int from, int to, String contentType, boolean restated, boolean cut) {

    /** So many bytes are kept. */
    public static final int MOST = 256 * 1024;

    public static final String JSON = "application/json";

    private static final String BYTES = "application/octet-stream";
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}");

    /** All of these bytes, as they were received. */
    public static Original received(byte[] data, String contentType) {
        return received(data, 0, data.length, contentType);
    }

    /** A part of these bytes, as it was received. */
    public static Original received(byte[] data, int from, int to, String contentType) {
        return of(data, from, to, contentType, false);
    }

    /** The same of bytes that will be others in a moment. */
    public static Original copied(byte[] data, int from, int to, String contentType) {
        int end = Math.min(to, from + MOST);
        byte[] copy = Arrays.copyOfRange(data, from, end);
        return new Original(copy, 0, copy.length, contentType, false, end < to);
    }

    /** JSON that was written anew. */
    public static Original restated(byte[] json) {
        return of(json, 0, json.length, JSON, true);
    }

    private static Original of(
            byte[] data, int from, int to, String contentType, boolean restated) {
        int end = Math.min(to, from + MOST);
        return new Original(data, from, end, contentType, restated, end < to);
    }

    /**
     * @param header of whoever sent it, or null; its parameters are left out, and what is none
     *     counts as bytes
     */
    public static String mediaType(String header) {
        String type = header == null ? "" : header.split(";", 2)[0].strip();
        return MEDIA_TYPE.matcher(type).matches() ? type : BYTES;
    }

    public int length() {
        return to - from;
    }

    /** By what it says, wherever that lies. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Original that
                && restated == that.restated
                && cut == that.cut
                && contentType.equals(that.contentType)
                && Arrays.equals(data, from, to, that.data, that.from, that.to);
    }

    @Override
    public int hashCode() {
        return Objects.hash(contentType, restated, cut, length());
    }

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "Original[" + length() + " bytes]";
    }
}
