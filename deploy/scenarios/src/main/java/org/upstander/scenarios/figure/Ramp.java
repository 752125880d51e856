package org.upstander.scenarios.figure;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.upstander.scenarios.stage.Played;
import org.upstander.scenarios.stage.Stage;
import org.upstander.scenarios.story.Event;
import org.upstander.scenarios.story.Expected;
import org.upstander.scenarios.story.Level;
import org.upstander.scenarios.story.Moment;
import org.upstander.scenarios.story.Scored;
import org.upstander.scenarios.story.Staff;
import org.upstander.scenarios.story.Story;

/**
 * One author whose posts come nearer and nearer to an attack, until one is.
 *
 * @param minutes how long the rise takes; after as long as between two of its posts comes the
 *     attack
 * @param posts of the rise
 * @param level from where to where it rises
 * @param seed of the rest
 */
public record Ramp(long minutes, int posts, Level level, long seed) {

    private static final long SHORTEST = Duration.ofHours(4).toMinutes();
    private static final long LONGEST = Duration.ofDays(21).toMinutes();

    /**
     * One by chance: four hours to three weeks (the logarithm is uniform), 10 to 40 posts, from .24
     * to .34 up to .42 to .55, which is below the bar of .60, with a noise of up to .03.
     */
    public static Ramp of(long seed) {
        Random random = new Random(seed * 0x9e3779b97f4a7c15L);
        double length =
                Math.log(SHORTEST) + random.nextDouble() * Math.log(1.0 * LONGEST / SHORTEST);
        return new Ramp(
                (long) Math.exp(length),
                10 + random.nextInt(31),
                new Level(
                        0.24 + 0.10 * random.nextDouble(),
                        0.42 + 0.13 * random.nextDouble(),
                        0.03 * random.nextDouble()),
                seed);
    }

    /** Whether somebody was called before the attack came. */
    public boolean isSeenInTime() {
        Story story = story();
        Played played = Stage.play(story);
        return played.incidents().stream()
                .anyMatch(
                        one ->
                                one.patterns().contains("brewing")
                                        && one.openedAt().isBefore(story.at(attack())));
    }

    private Story story() {
        Event.Repeat rise =
                new Event.Repeat(
                        moment(0),
                        moment(minutes),
                        null,
                        posts,
                        "riser",
                        1,
                        List.of(),
                        "feud",
                        1,
                        List.of("@dana_cm number {n}"),
                        null,
                        new Scored("criticism", null, level, null, null, null));
        Event.Post attack =
                new Event.Post(
                        attack(),
                        "riser",
                        null,
                        null,
                        "feud",
                        "@dana_cm the attack",
                        null,
                        new Scored("attack", 3, Level.of(0.95), null, List.of("threat"), null));
        return new Story(
                "A ramp",
                "One author comes nearer and nearer to an attack.",
                null,
                null,
                seed,
                List.of(
                        new Staff(
                                "dana", "Dana Okafor", null, null, null, false, null, null, null)),
                null,
                null,
                List.of(
                        new Event(null, null, null, null, rise),
                        new Event(attack, null, null, null, null)),
                null,
                new Expected(null, null, null, null));
    }

    private Moment attack() {
        return moment(minutes + minutes / posts);
    }

    private static Moment moment(long minute) {
        long ofDay = Duration.ofDays(1).toMinutes();
        return new Moment((int) (minute / ofDay), LocalTime.MIDNIGHT.plusMinutes(minute % ofDay));
    }
}
