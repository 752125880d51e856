package org.upstander.alert.application.review;

import java.time.Instant;

/**
 * What somebody who read a post says of its assessment.
 *
 * @param assessmentId which one
 * @param by who says it; a second word of the same person replaces the first
 * @param verdict what it really is
 * @param note for later, or null
 * @param at when
 */
public record Review(
        String assessmentId, String by, ReviewVerdict verdict, String note, Instant at) {}
