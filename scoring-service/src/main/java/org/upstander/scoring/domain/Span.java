package org.upstander.scoring.domain;

/**
 * A part of a post's text.
 *
 * @param start first UTF-16 code unit
 * @param end one past the last
 */
public record Span(int start, int end) {

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
