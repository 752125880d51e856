package org.upstander.scoring.binding;

/**
 * A protected identifier that stands in the text.
 *
 * @param staff whose, as an index in the compiled roster
 * @param kind {@code phone, email, street, handle} or {@code name}
 * @param start first folded character
 * @param end one past the last
 */
record ProtectedHit(int staff, String kind, int start, int end) {}
