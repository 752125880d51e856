package org.upstander.alert.application.review;

import java.time.Instant;

/** What belongs to a list of reviews. Each part may be null: it does not matter. */
public record ReviewFilter(String staff, String source, Instant from, Instant to) {}
