package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.upstander.alert.domain.noise.Mentions;
import org.upstander.alert.domain.noise.TimeBuckets;

/** Tells how a number went over time. */
@Singleton
public class ReadTimeseries {

    private static final List<Metric> VERDICTS =
            List.of(
                    Metric.SUPPORTIVE,
                    Metric.NEUTRAL,
                    Metric.CRITICISM,
                    Metric.ATTACK,
                    Metric.SPAM);

    private final MentionReader mentions;

    ReadTimeseries(MentionReader mentions) {
        this.mentions = mentions;
    }

    /**
     * One value.
     *
     * @param time begin of the bucket
     * @param staffId where members of staff are groups
     * @param source where sources are groups
     * @param verdict where verdicts are groups
     * @param metric as asked for
     * @param unit {@code count}, {@code ratio} or {@code dB}
     * @param value null where there is none: no mention has no ratio
     */
    public record Value(
            Instant time,
            String staffId,
            String source,
            String verdict,
            String metric,
            String unit,
            Double value) {}

    /**
     * In the order of time, then group.
     *
     * @return empty where it would be more than 50,000 values
     */
    public Uni<Optional<List<Value>>> read(
            Metric metric, GroupBy groupBy, TimeBuckets buckets, StatsFilter filter) {
        int most = MentionSeries.MOST_VALUES / (groupBy == GroupBy.VERDICT ? VERDICTS.size() : 1);
        return mentions.counts(
                        buckets,
                        groupBy == GroupBy.VERDICT ? GroupBy.NONE : groupBy,
                        filter,
                        most + 1)
                .map(
                        counted -> {
                            SortedMap<String, List<Mentions>> series =
                                    MentionSeries.of(counted, buckets, groupBy);
                            return (long) series.size() * buckets.count() > most
                                    ? Optional.empty()
                                    : Optional.of(values(metric, groupBy, buckets, series));
                        });
    }

    private static List<Value> values(
            Metric metric,
            GroupBy groupBy,
            TimeBuckets buckets,
            SortedMap<String, List<Mentions>> series) {
        List<Value> values = new ArrayList<>();
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            Instant time = buckets.begin(bucket);
            for (String group : series.keySet()) {
                Mentions in = series.get(group).get(bucket);
                if (groupBy == GroupBy.VERDICT) {
                    VERDICTS.forEach(
                            one ->
                                    values.add(
                                            value(
                                                    time,
                                                    groupBy,
                                                    one.wireName(),
                                                    metric,
                                                    one.of(in))));
                } else {
                    values.add(value(time, groupBy, group, metric, metric.of(in)));
                }
            }
        }
        return values;
    }

    private static Value value(
            Instant time, GroupBy groupBy, String group, Metric metric, Double value) {
        return new Value(
                time,
                groupBy.staff(group),
                groupBy.source(group),
                groupBy == GroupBy.VERDICT ? group : null,
                metric.wireName(),
                metric.unit(),
                value);
    }
}
