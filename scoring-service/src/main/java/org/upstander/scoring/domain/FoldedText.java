package org.upstander.scoring.domain;

/**
 * A post's text in the form that is matched and judged, with the way back to the original kept:
 * what is recognised here can be shown there.
 *
 * <p>Folded once for each post and then shared. Arrays are handed out without a copy because this
 * is the hot path; nobody writes to them.
 */
public final class FoldedText {
    private final String original;
    private final char[] chars;
    private final int length;
    private final int[] origins;
    private final Tokens tokens;

    /**
     * @param original the text as given
     * @param chars folded characters; may be longer than {@code length}
     * @param length how many of them count
     * @param origins for each folded character and for the end, the UTF-16 offset in the original;
     *     never decreasing; null where the offsets are the same
     * @param tokens the words
     */
    public FoldedText(String original, char[] chars, int length, int[] origins, Tokens tokens) {
        this.original = original;
        this.chars = chars;
        this.length = length;
        this.origins = origins;
        this.tokens = tokens;
    }

    public String original() {
        return original;
    }

    /** Folded characters up to {@link #length()}; not to be written to. */
    public char[] chars() {
        return chars;
    }

    public int length() {
        return length;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** Where the folded character at {@code index}, or the end, stands in the original. */
    public int origin(int index) {
        return origins == null ? index : origins[index];
    }

    /** Whether the text is plain ASCII, so that offsets are the same. */
    public boolean isPlain() {
        return origins == null;
    }

    /** The first folded character that stands at or after an offset of the original. */
    public int indexOf(int offset) {
        if (origins == null) {
            return Math.min(offset, length);
        }
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (origins[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The original's part for a folded range. */
    public Span originalSpan(int start, int end) {
        int from = origin(start);
        int to = end > start ? origin(end - 1) + width(origin(end - 1)) : from;
        return new Span(from, Math.max(from, Math.min(to, original.length())));
    }

    private int width(int at) {
        return at < original.length() && Character.isHighSurrogate(original.charAt(at)) ? 2 : 1;
    }

    /** A folded range as a string. */
    public String slice(int start, int end) {
        return new String(chars, start, end - start);
    }

    @Override
    public String toString() {
        // The text itself never reaches a log by way of a debug statement.
        return "FoldedText[" + length + "]";
    }

    /**
     * The words of a folded text: runs of letters and digits.
     *
     * @param count how many
     * @param starts folded offset of each word's first character
     * @param ends one past its last
     * @param hashes polynomial hash of its characters, at most two equal ones in a row counted
     */
    @SuppressWarnings("ArrayRecordComponent") // parallel arrays on the hot path, never compared
    public record Tokens(int count, int[] starts, int[] ends, int[] hashes) {}
}
