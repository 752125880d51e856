package org.upstander.alert.application.directory;

import java.time.Instant;

/**
 * A directory entry as kept.
 *
 * @param value the entry
 * @param updatedAt when it last changed, in microseconds; serves as its version
 */
public record Stored<T>(T value, Instant updatedAt) {}
