package org.upstander.ingest.domain;

/**
 * A part of a post's text that is known to be another's words.
 *
 * @param start first UTF-16 code unit
 * @param end one past the last; more than {@code start}
 * @param post the one in which it was seen
 */
public record Quote(int start, int end, PostId post) {}
