package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Finds where nobody sees what is written. */
@FunctionalInterface
public interface BlindSourceReader {

    /**
     * A source whose posts are missing.
     *
     * @param displayName what the operator calls it
     * @param cause why: {@code silent, rate-limited, …}, or null
     * @param since when posts began to be missing
     */
    record BlindSource(
            String sourceId, String displayName, String platform, String cause, Instant since) {}

    /** Those of these platforms, upper and lower case alike; the longest blind first. */
    Uni<List<BlindSource>> blind(Collection<String> platforms);
}
