package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.ReviewLoad;

/** Measures what responders had to bear in the last 7 days. */
@Singleton
public class MeasureLoad {

    private static final Duration WEEK = Duration.ofDays(7);

    private final LoadReader reader;
    private final ReviewLoad.Budget budget;
    private final Clock clock;

    MeasureLoad(LoadReader reader, ReviewLoad.Budget budget, Clock clock) {
        this.reader = reader;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * @param from begin of the week
     * @param to end of the week, now
     * @param budget what is asked of nobody beyond
     * @param items by responder, whoever is over budget first
     */
    public record Week(
            Instant from, Instant to, ReviewLoad.Budget budget, List<ReviewLoad> items) {}

    public Uni<Week> lastWeek() {
        Instant now = clock.instant();
        Instant from = now.minus(WEEK);
        Instant longAgo = now.minus(ReviewLoad.LOOKED_AT);
        return Uni.combine()
                .all()
                .unis(reader.reads(from), reader.pages(longAgo), reader.readings(longAgo))
                .with(
                        (reads, pages, readings) ->
                                new Week(
                                        from,
                                        now,
                                        budget,
                                        ReviewLoad.of(
                                                new ReviewLoad.Known(reads, pages, readings),
                                                budget,
                                                now)));
    }
}
