package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.stats.ResponseReader.Responded;
import org.upstander.alert.domain.noise.TimeBuckets;

/** Tells how fast people helped, and how often they were called in vain. */
@Singleton
public class ReadResponse {

    private final ResponseReader reader;

    ReadResponse(ResponseReader reader) {
        this.reader = reader;
    }

    /**
     * Of the incidents that opened in a stretch of time.
     *
     * @param time begin of it
     * @param staffId where members of staff are groups
     * @param source where sources are groups
     * @param incidents how many; those that were merged into others are not counted
     * @param acknowledged how many somebody took
     * @param acknowledgeP50Seconds from the opening to the first acknowledgement: half were faster
     * @param acknowledgeP90Seconds nine of ten were faster
     * @param resolved how many are over
     * @param resolveP50Seconds from the opening to the end
     * @param resolveP90Seconds nine of ten were faster
     * @param pages how many were sent
     * @param pagesPerIncident on average
     * @param judged of how many people said what they were
     * @param judgedFalse of how many of these nobody said that it is an attack
     * @param falsePageShare {@code judgedFalse / judged}, or null
     */
    public record Item(
            Instant time,
            String staffId,
            String source,
            long incidents,
            long acknowledged,
            Double acknowledgeP50Seconds,
            Double acknowledgeP90Seconds,
            long resolved,
            Double resolveP50Seconds,
            Double resolveP90Seconds,
            long pages,
            double pagesPerIncident,
            long judged,
            long judgedFalse,
            Double falsePageShare) {}

    /** Without those stretches in which nothing opened. */
    public Uni<List<Item>> read(TimeBuckets buckets, GroupBy groupBy, StatsFilter filter) {
        return reader.read(buckets, groupBy, filter)
                .map(
                        all ->
                                all.stream()
                                        .map(one -> item(buckets.begin(one.bucket()), groupBy, one))
                                        .toList());
    }

    private static Item item(Instant time, GroupBy groupBy, Responded one) {
        return new Item(
                time,
                groupBy.staff(one.group()),
                groupBy.source(one.group()),
                one.incidents(),
                one.acknowledged(),
                seconds(one.acknowledge().median()),
                seconds(one.acknowledge().p90()),
                one.resolved(),
                seconds(one.resolve().median()),
                seconds(one.resolve().p90()),
                one.pages(),
                Rounded.two((double) one.pages() / one.incidents()),
                one.judged(),
                one.judgedFalse(),
                one.judged() == 0
                        ? null
                        : Double.valueOf(Rounded.ratio((double) one.judgedFalse() / one.judged())));
    }

    private static Double seconds(Double value) {
        return value == null ? null : Double.valueOf(Rounded.two(value));
    }
}
