package org.upstander.alert.application.noise;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.upstander.alert.domain.noise.Mentions;

/** Sums of what was said about somebody. */
@FunctionalInterface
public interface MentionSums {

    /**
     * @param before the baseline
     * @param window what is judged by it
     */
    record Sums(Mentions before, Mentions window) {}

    /** By hours. Within the caller's transaction. */
    Uni<Sums> of(String staffId, Instant baselineFrom, Instant windowFrom);
}
