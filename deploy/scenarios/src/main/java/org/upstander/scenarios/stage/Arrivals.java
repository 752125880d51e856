package org.upstander.scenarios.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.upstander.scenarios.story.Happening;
import org.upstander.scenarios.story.Happening.Answered;
import org.upstander.scenarios.story.Script;
import org.upstander.scenarios.story.Story;

/**
 * In which order things reach the system: late by chance, some of them twice, and once more what
 * came shortly before a restart.
 */
final class Arrivals {

    /** What a broker may hand out again, as nothing says that it was taken. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private Arrivals() {}

    /**
     * @param at when it comes
     * @param what comes, or null: the system is stopped hard and started again
     */
    record Arrival(Instant at, Happening what) {}

    static List<Arrival> of(Story story) {
        Random random = new Random(story.arrival().seed() * 0x9e3779b97f4a7c15L + 1);
        List<Arrival> arrivals = new ArrayList<>();
        for (Happening one : Script.of(story)) {
            Instant first = later(one, story.arrival().within(), random);
            arrivals.add(new Arrival(first, one));
            if (random.nextDouble() < story.arrival().duplicates()) {
                arrivals.add(new Arrival(later(one, AGAIN, random), one));
            }
        }
        arrivals.addAll(restarts(story, List.copyOf(arrivals)));
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    /** What people do, they do when they do it. */
    private static Instant later(Happening one, Duration within, Random random) {
        return one instanceof Answered
                ? one.at()
                : one.at().plusMillis((long) (random.nextDouble() * within.toMillis()));
    }

    private static List<Arrival> restarts(Story story, List<Arrival> arrivals) {
        List<Arrival> more = new ArrayList<>();
        story.arrival().restarts().stream()
                .map(story::at)
                .forEach(
                        restart -> {
                            more.add(new Arrival(restart, null));
                            arrivals.stream()
                                    .filter(one -> !one.at().isAfter(restart))
                                    .filter(one -> one.at().isAfter(restart.minus(AGAIN)))
                                    .forEach(
                                            one ->
                                                    more.add(
                                                            new Arrival(
                                                                    restart.plusMillis(1),
                                                                    one.what())));
                        });
        return more;
    }
}
