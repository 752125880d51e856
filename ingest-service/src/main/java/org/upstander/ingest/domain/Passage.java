package org.upstander.ingest.domain;

/**
 * A part of a post's text, which its author marked as somebody else's.
 *
 * @param start first UTF-16 code unit
 * @param end one past the last; more than {@code start}
 */
public record Passage(int start, int end) {}
