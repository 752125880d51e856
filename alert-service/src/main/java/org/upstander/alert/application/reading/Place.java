package org.upstander.alert.application.reading;

import java.time.Instant;

/**
 * Where a part of a list ended; what follows is older.
 *
 * @param at time by which the list is sorted
 * @param id settles equal times
 */
public record Place(Instant at, String id) {}
