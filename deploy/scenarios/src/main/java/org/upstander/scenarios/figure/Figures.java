package org.upstander.scenarios.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.upstander.scenarios.stage.Played;
import org.upstander.scenarios.stage.Stage;
import org.upstander.scenarios.story.Story;

/**
 * What the rules are worth over many chances.
 *
 * @param quietPosts in all quiet weeks
 * @param falsePatterns that were seen in them
 * @param ramps how many there were
 * @param seenInTime in how many of them somebody was called before the first attack
 */
public record Figures(int quietPosts, int falsePatterns, int ramps, int seenInTime) {

    private static final int WEEKS = 20;
    private static final int RAMPS = 30;

    /**
     * @param quietWeek a story in which nothing is to be noticed
     */
    public static Figures of(Story quietWeek) {
        List<Played> weeks =
                LongStream.rangeClosed(1, WEEKS)
                        .mapToObj(seed -> Stage.play(quietWeek.seeded(seed)))
                        .toList();
        return new Figures(
                weeks.stream().mapToInt(Played::posts).sum(),
                weeks.stream()
                        .flatMap(week -> week.incidents().stream())
                        .mapToInt(incident -> incident.patterns().size())
                        .sum(),
                RAMPS,
                (int)
                        LongStream.rangeClosed(1, RAMPS)
                                .mapToObj(Ramp::of)
                                .filter(Ramp::isSeenInTime)
                                .count());
    }

    /** Wanted: 0. */
    public double falsePatternsPerTenThousand() {
        return 10_000.0 * falsePatterns / quietPosts;
    }

    /** 0 to 1; wanted: .90. */
    public double shareSeenInTime() {
        return (double) seenInTime / ramps;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d quiet weeks: %.2f false patterns per 10,000 posts (%d in %d), wanted 0%n"
                        + "%d ramps: brewing seen before the first attack in %.0f %%, wanted 90 %%%n",
                WEEKS,
                falsePatternsPerTenThousand(),
                falsePatterns,
                quietPosts,
                ramps,
                100 * shareSeenInTime());
    }
}
