package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.WhatIf;
import org.upstander.alert.domain.noise.TimeBuckets;

/** Reads what would have paged, and what did. */
public interface WhatIfReader {

    /**
     * @param threshold least probability of an attack, for everybody without a bar of their own
     * @param severity least one that pages; one less on juniors. What is no attack today has none:
     *     it counts as 1
     */
    record Bar(double threshold, int severity) {}

    /**
     * In the order in which they were posted.
     *
     * @param most no more than so many are read
     */
    Uni<List<WhatIf.Attack>> wouldPage(
            Bar bar, StatsFilter filter, Instant from, Instant to, int most);

    /**
     * @param bucket from 0
     * @param assessments that belong to an incident
     * @param incidents that opened; those that were merged into others are not counted
     * @param pages that were sent
     */
    record Did(int bucket, long assessments, long incidents, long pages) {}

    /** Without those stretches in which nothing did. */
    Uni<List<Did>> did(TimeBuckets buckets, StatsFilter filter);
}
