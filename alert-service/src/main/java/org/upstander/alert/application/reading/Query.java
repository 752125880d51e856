package org.upstander.alert.application.reading;

import java.util.Optional;

/**
 * Which part of which list.
 *
 * @param <F> filter of the list
 * @param filter what belongs to the list
 * @param after where the part before ended; empty to begin
 * @param limit at most so many
 */
public record Query<F>(F filter, Optional<Place> after, int limit) {}
