package org.upstander.scenarios.stage;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.upstander.scenarios.story.Event;
import org.upstander.scenarios.story.Expected;
import org.upstander.scenarios.story.Level;
import org.upstander.scenarios.story.Moment;
import org.upstander.scenarios.story.Scored;
import org.upstander.scenarios.story.Staff;
import org.upstander.scenarios.story.Story;

/** Stories by chance, with much in little time, so that their order matters where it may. */
final class AnyStory {

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final String[] AUTHORS = {"ann", "ann", "ann", "ben", "cat"};

    private AnyStory() {}

    /** Anything within less than the pause that ends an incident, nobody in another's thread. */
    static Arbitrary<Story> ofADay() {
        return of(minutes(3, 7), true, 30);
    }

    /** Anything within two weeks; no pause is near to the one that ends an incident. */
    static Arbitrary<Story> ofAFortnight() {
        return of(minutes(45, 7), false, 60);
    }

    /** Within the lateness, some of it twice, and with a restart somewhere. */
    static Arbitrary<Story.Arrival> arrivals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 570),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 14 * 24 * 60).list().ofMaxSize(2),
                        Arbitraries.longs().between(0, 1_000_000))
                .as(
                        (seconds, percent, restarts, seed) ->
                                new Story.Arrival(
                                        Duration.ofSeconds(seconds),
                                        percent / 100.0,
                                        restarts.stream().map(AnyStory::moment).toList(),
                                        seed));
    }

    private static Arbitrary<Story> of(Arbitrary<Integer> minutes, boolean ownThreads, int atMost) {
        return Arbitraries.frequencyOf(
                        Tuple.of(12, posts(minutes, ownThreads)),
                        Tuple.of(1, moderations(minutes)),
                        Tuple.of(1, contacts(minutes)))
                .list()
                .ofMaxSize(atMost)
                .map(AnyStory::story);
    }

    /** Twenty minutes each so many hours. */
    private static Arbitrary<Integer> minutes(int slots, int hours) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, slots),
                        Arbitraries.integers().between(0, 20))
                .as((slot, minute) -> slot * hours * 60 + minute);
    }

    private static Moment moment(int minute) {
        return new Moment(
                minute / MINUTES_OF_A_DAY,
                LocalTime.MIDNIGHT.plusMinutes(minute % MINUTES_OF_A_DAY));
    }

    private static Arbitrary<Event> posts(Arbitrary<Integer> minutes, boolean ownThreads) {
        return Combinators.combine(
                        minutes,
                        Arbitraries.of(AUTHORS),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of("dana", "dana", "dana", "omar"),
                        scored())
                .as(
                        (minute, by, thread, about, says) ->
                                new Event(
                                        new Event.Post(
                                                moment(minute),
                                                by,
                                                null,
                                                null,
                                                (ownThreads ? by : "t") + thread,
                                                "too short for a mark",
                                                List.of(about),
                                                says),
                                        null,
                                        null,
                                        null,
                                        null));
    }

    private static Arbitrary<Scored> scored() {
        return Combinators.combine(
                        Arbitraries.of("attack", "criticism", "neutral", "neutral", "supportive"),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.of("handle", "name"),
                        Arbitraries.of(false, false, false, false, true))
                .as(
                        (verdict, severity, score, binding, spam) ->
                                new Scored(
                                        verdict,
                                        verdict.equals("attack") ? severity : 0,
                                        Level.of(score / 100.0),
                                        binding,
                                        null,
                                        spam));
    }

    private static Arbitrary<Event> moderations(Arbitrary<Integer> minutes) {
        return Combinators.combine(
                        minutes,
                        Arbitraries.of("ban", "warn"),
                        Arbitraries.of(AUTHORS),
                        Arbitraries.of("dana", "omar").injectNull(0.3))
                .as(
                        (minute, action, against, by) ->
                                new Event(
                                        null,
                                        new Event.Moderation(
                                                moment(minute), action, against, null, by),
                                        null,
                                        null,
                                        null));
    }

    private static Arbitrary<Event> contacts(Arbitrary<Integer> minutes) {
        return Combinators.combine(
                        minutes,
                        Arbitraries.of("friend-request", "call"),
                        Arbitraries.of(AUTHORS),
                        Arbitraries.of("dana", "omar"))
                .as(
                        (minute, kind, by, staff) ->
                                new Event(
                                        null,
                                        null,
                                        new Event.Contact(
                                                moment(minute), kind, "personal", by, null, staff),
                                        null,
                                        null));
    }

    private static Story story(List<Event> events) {
        return new Story(
                "Anything",
                "Anything may happen.",
                null,
                null,
                0,
                List.of(
                        new Staff("dana", "Dana Okafor", null, null, null, false, null, null, null),
                        new Staff(
                                "omar",
                                "Omar Lindqvist",
                                null,
                                null,
                                null,
                                true,
                                null,
                                null,
                                null)),
                null,
                null,
                events,
                null,
                new Expected(null, null, null, null));
    }
}
