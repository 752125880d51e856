package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.upstander.alert.domain.noise.TimeBuckets;

/** Reads how fast people helped, and how often they were called in vain. */
@FunctionalInterface
public interface ResponseReader {

    /**
     * What became of the incidents that opened in a bucket.
     *
     * @param bucket from 0
     * @param group id of the member of staff, source, or empty where all is one
     * @param incidents how many opened; those that were merged into others are not counted
     * @param acknowledged how many somebody took
     * @param acknowledge from the opening until then
     * @param resolved how many are over
     * @param resolve from the opening until then
     * @param pages how many were sent for them
     * @param judged of how many people said what they were
     * @param judgedFalse of how many of these nobody said that it is an attack
     */
    record Responded(
            int bucket,
            String group,
            long incidents,
            long acknowledged,
            Seconds acknowledge,
            long resolved,
            Seconds resolve,
            long pages,
            long judged,
            long judgedFalse) {}

    /**
     * @param median null where there was none
     * @param p90 nine of ten are faster, or null
     */
    record Seconds(Double median, Double p90) {}

    /**
     * By bucket, then group; without those in which nothing opened.
     *
     * @param groupBy not {@link GroupBy#VERDICT}
     */
    Uni<List<Responded>> read(TimeBuckets buckets, GroupBy groupBy, StatsFilter filter);
}
