package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.noise.NoiseSettings;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.noise.Mentions;
import org.upstander.alert.domain.noise.NoiseSeries;
import org.upstander.alert.domain.noise.TimeBuckets;
import org.upstander.alert.domain.noise.TimeBuckets.Size;

/** Tells the noise floor of one member of staff over the last seven days, as one. */
@Singleton
class ReadRecentFloor {

    private static final int DAYS = 7;

    private final MentionReader mentions;
    private final ThanksReader thanks;
    private final NoiseSettings settings;
    private final Clock clock;

    ReadRecentFloor(
            MentionReader mentions, ThanksReader thanks, NoiseSettings settings, Clock clock) {
        this.mentions = mentions;
        this.thanks = thanks;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param week judged by the days before it; its trend is that of its days
     */
    record Recent(ReadNoiseFloor.Point week, Thanks thanks) {}

    /** Days are those where they live; today is the last. */
    Uni<Recent> of(StaffMember member) {
        Instant now = clock.instant();
        TimeBuckets today = TimeBuckets.of(now, now.plusNanos(1), member.timeZone(), Size.DAY);
        TimeBuckets week = today.withDaysBefore(DAYS - 1);
        TimeBuckets all = week.withDaysBefore(settings.baselineDays());
        StatsFilter hers = new StatsFilter(member.id(), null);
        return Uni.combine()
                .all()
                .unis(
                        mentions.counts(all, GroupBy.NONE, hers, all.count()),
                        thanks.latest(hers, now.minus(Duration.ofDays(DAYS)), now, Thanks.MOST))
                .with(
                        (counted, praise) -> {
                            ReadNoiseFloor.Point point =
                                    week(
                                            week.from(),
                                            MentionSeries.of(counted, all, GroupBy.NONE).get(""));
                            return new Recent(point, new Thanks(point.supportive(), praise));
                        });
    }

    private ReadNoiseFloor.Point week(Instant from, List<Mentions> days) {
        int before = days.size() - DAYS;
        List<NoiseSeries.Point> judged = NoiseSeries.of(days, before, settings.chart());
        Mentions sum = sum(days.subList(before, days.size()));
        return ReadNoiseFloor.point(
                from,
                GroupBy.NONE,
                "",
                new NoiseSeries.Point(
                        sum,
                        judged.get(DAYS - 1).trend(),
                        settings.chart().judge(sum(days.subList(0, before)), sum)));
    }

    private static Mentions sum(List<Mentions> days) {
        return days.stream().reduce(Mentions.NONE, Mentions::plus);
    }
}
