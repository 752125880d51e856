package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.application.EngineSettings;
import org.upstander.alert.application.stats.WhatIfReader.Bar;
import org.upstander.alert.application.stats.WhatIfReader.Did;
import org.upstander.alert.domain.WhatIf;
import org.upstander.alert.domain.noise.TimeBuckets;

/**
 * Tells how often people would have been paged by another threshold. By the scores that are kept:
 * nothing is judged again. Silences, maintenance, event modes and throttles are left out.
 */
@Singleton
public class ReadWhatIf {

    private static final int MOST_POSTS = 200_000;

    private final WhatIfReader reader;
    private final EngineSettings engine;

    ReadWhatIf(WhatIfReader reader, EngineSettings engine) {
        this.reader = reader;
        this.engine = engine;
    }

    /**
     * @param time begin of the day
     * @param assessmentsWouldPage that would have belonged to an incident
     * @param incidentsWouldOpen each of which would have been paged about at least once
     * @param assessmentsPaged that belong to an incident
     * @param incidentsOpened that opened
     * @param pagesSent for all incidents, reminders among them
     */
    public record Item(
            Instant time,
            long assessmentsWouldPage,
            long incidentsWouldOpen,
            long assessmentsPaged,
            long incidentsOpened,
            long pagesSent) {}

    /** The least severity that pages, where none is named. */
    public int usualSeverity() {
        return engine.pageFromSeverity();
    }

    /**
     * @return empty where more than 200,000 posts would have paged
     */
    public Uni<Optional<List<Item>>> read(Bar bar, TimeBuckets days, StatsFilter filter) {
        return reader.wouldPage(bar, filter, days.from(), days.to(), MOST_POSTS + 1)
                .chain(
                        attacks ->
                                attacks.size() > MOST_POSTS
                                        ? Uni.createFrom().item(Optional.empty())
                                        : reader.did(days, filter)
                                                .map(
                                                        did ->
                                                                Optional.of(
                                                                        items(
                                                                                days, attacks,
                                                                                did))));
    }

    private List<Item> items(TimeBuckets days, List<WhatIf.Attack> attacks, List<Did> did) {
        long[] posts = perDay(days, attacks.stream().map(WhatIf.Attack::postedAt).toList());
        long[] openings = perDay(days, WhatIf.openings(attacks, engine.window()));
        Map<Integer, Did> done =
                did.stream().collect(Collectors.toMap(Did::bucket, Function.identity()));
        List<Item> items = new ArrayList<>(days.count());
        for (int day = 0; day < days.count(); day++) {
            Did one = done.getOrDefault(day, new Did(day, 0, 0, 0));
            items.add(
                    new Item(
                            days.begin(day),
                            posts[day],
                            openings[day],
                            one.assessments(),
                            one.incidents(),
                            one.pages()));
        }
        return items;
    }

    private static long[] perDay(TimeBuckets days, List<Instant> times) {
        long[] counts = new long[days.count()];
        times.forEach(time -> counts[days.indexOf(time)]++);
        return counts;
    }
}
