package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.upstander.alert.application.noise.NoiseSettings;
import org.upstander.alert.domain.noise.ControlLimits;
import org.upstander.alert.domain.noise.Mentions;
import org.upstander.alert.domain.noise.NoiseFloor;
import org.upstander.alert.domain.noise.NoiseSeries;
import org.upstander.alert.domain.noise.TimeBuckets;
import org.upstander.alert.domain.noise.Trend;

/** Tells the noise floor over time: what is said, the share of attacks, its trend and limits. */
@Singleton
public class ReadNoiseFloor {

    private static final Duration LATELY = Duration.ofDays(7);

    private final MentionReader mentions;
    private final ThanksReader thanks;
    private final NoiseSettings settings;

    ReadNoiseFloor(MentionReader mentions, ThanksReader thanks, NoiseSettings settings) {
        this.mentions = mentions;
        this.thanks = thanks;
        this.settings = settings;
    }

    /**
     * One stretch of time.
     *
     * @param time begin of it
     * @param staffId where members of staff are groups
     * @param source where sources are groups
     * @param attackRatio {@code attack / (supportive + neutral + criticism + attack)}, or null
     * @param trend average of that ratio up to now, the latest weighing most, or null
     * @param direction {@code rising, steady, falling} or {@code unknown}: the trend against what
     *     was usual in the days before the first stretch
     * @param centre what was usual in the days before this stretch, or null
     * @param lowerLimit below it are fewer attacks than usual, or null
     * @param upperLimit above it are more attacks than usual, or null
     * @param state {@code within, above, below, too-few} or {@code no-baseline}
     * @param reason a sentence
     * @param signalToNoiseDb {@code 10·log10((supportive + 1/2) / (attack + 1/2))}, or null
     */
    public record Point(
            Instant time,
            String staffId,
            String source,
            long supportive,
            long neutral,
            long criticism,
            long attack,
            long spam,
            Double attackRatio,
            Double trend,
            String direction,
            Double centre,
            Double lowerLimit,
            Double upperLimit,
            String state,
            String reason,
            Double signalToNoiseDb) {}

    /**
     * @param points in the order of time, then group
     */
    public record Floor(List<Point> points, Thanks thanks) {}

    /**
     * @param groupBy not {@link GroupBy#VERDICT}
     * @return empty where it would be more than 50,000 values
     */
    public Uni<Optional<Floor>> read(GroupBy groupBy, TimeBuckets buckets, StatsFilter filter) {
        TimeBuckets all = buckets.withDaysBefore(settings.baselineDays());
        return mentions.counts(all, groupBy, filter, MentionSeries.MOST_VALUES + 1)
                .map(counted -> MentionSeries.of(counted, all, groupBy))
                .chain(
                        series ->
                                (long) series.size() * all.count() > MentionSeries.MOST_VALUES
                                        ? Uni.createFrom().item(Optional.empty())
                                        : floor(groupBy, buckets, all, series, filter)
                                                .map(Optional::of));
    }

    private Uni<Floor> floor(
            GroupBy groupBy,
            TimeBuckets buckets,
            TimeBuckets all,
            SortedMap<String, List<Mentions>> series,
            StatsFilter filter) {
        int before = all.count() - buckets.count();
        List<Point> points = new ArrayList<>();
        series.forEach(
                (group, counts) -> {
                    List<NoiseSeries.Point> judged =
                            NoiseSeries.of(counts, before, settings.chart());
                    for (int at = 0; at < judged.size(); at++) {
                        points.add(point(buckets.begin(at), groupBy, group, judged.get(at)));
                    }
                });
        points.sort(Comparator.comparing(Point::time));
        return latest(filter, buckets)
                .map(
                        praise ->
                                new Floor(
                                        points,
                                        new Thanks(
                                                points.stream().mapToLong(Point::supportive).sum(),
                                                praise)));
    }

    private Uni<List<ThanksReader.Praise>> latest(StatsFilter filter, TimeBuckets buckets) {
        Instant lately = buckets.to().minus(LATELY);
        return thanks.latest(
                filter,
                lately.isAfter(buckets.from()) ? lately : buckets.from(),
                buckets.to(),
                Thanks.MOST);
    }

    static Point point(Instant time, GroupBy groupBy, String group, NoiseSeries.Point judged) {
        Mentions counted = judged.mentions();
        NoiseFloor floor = new NoiseFloor(counted);
        Optional<ControlLimits> limits = judged.judgement().limits();
        return new Point(
                time,
                groupBy.staff(group),
                groupBy.source(group),
                counted.supportive(),
                counted.neutral(),
                counted.criticism(),
                counted.attack(),
                counted.spam(),
                Rounded.ratio(floor.attackRatio()),
                judged.trend().map(trend -> Rounded.ratio(trend.value())).orElse(null),
                judged.trend().map(Trend::direction).orElse(Trend.Direction.UNKNOWN).wireName(),
                limits.map(one -> Rounded.ratio(one.centre())).orElse(null),
                limits.map(one -> Rounded.ratio(one.lower())).orElse(null),
                limits.map(one -> Rounded.ratio(one.upper())).orElse(null),
                judged.judgement().state().wireName(),
                judged.judgement().reason(),
                Rounded.two(floor.signalToNoise()));
    }
}
