package org.upstander.scenarios.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.upstander.scenarios.story.Event;
import org.upstander.scenarios.story.Expected;
import org.upstander.scenarios.story.Level;
import org.upstander.scenarios.story.Moment;
import org.upstander.scenarios.story.Scored;
import org.upstander.scenarios.story.Staff;
import org.upstander.scenarios.story.Story;

/** In whatever order things come, and however often, the incidents are the same. */
class ArrivalPropertiesTest {

    @Provide
    Arbitrary<List<Event>> events() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(12, posts()),
                        net.jqwik.api.Tuple.of(1, moderations()),
                        net.jqwik.api.Tuple.of(1, contacts()))
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Moment> moments() {
        // A day and a half; gaps as of the window of an incident are rare and not at its edge.
        return Arbitraries.integers()
                .between(0, 60 * 12)
                .map(minute -> new Moment(0, LocalTime.MIDNIGHT.plusMinutes(minute * 2L)));
    }

    private static Arbitrary<Event> posts() {
        Arbitrary<Scored> scored =
                Combinators.combine(
                                Arbitraries.of("attack", "criticism", "neutral", "supportive"),
                                Arbitraries.integers().between(1, 4),
                                Arbitraries.integers().between(0, 50),
                                Arbitraries.of("handle", "name"),
                                Arbitraries.of(false, false, false, true))
                        .as(
                                (verdict, severity, score, binding, spam) ->
                                        new Scored(
                                                verdict,
                                                verdict.equals("attack") ? severity : 0,
                                                Level.of(score / 100.0),
                                                binding,
                                                null,
                                                spam));
        return Combinators.combine(
                        moments(),
                        Arbitraries.of("ann", "ben", "cat", "dot"),
                        Arbitraries.of("t1", "t2", "t3", "t4", "t5", "t6"),
                        Arbitraries.of("dana", "omar"),
                        scored)
                .as(
                        (at, by, thread, about, says) ->
                                new Event(
                                        new Event.Post(
                                                at, by, null, null, by + thread, "short " + at.time(),
                                                List.of(about), says),
                                        null,
                                        null,
                                        null,
                                        null));
    }

    private static Arbitrary<Event> moderations() {
        return Combinators.combine(
                        moments(),
                        Arbitraries.of("ban", "warn"),
                        Arbitraries.of("ann", "ben", "cat", "dot"),
                        Arbitraries.of("dana", "omar").injectNull(0.3))
                .as(
                        (at, action, against, by) ->
                                new Event(
                                        null,
                                        new Event.Moderation(at, action, against, null, by),
                                        null,
                                        null,
                                        null));
    }

    private static Arbitrary<Event> contacts() {
        return Combinators.combine(
                        moments(),
                        Arbitraries.of("friend-request", "call"),
                        Arbitraries.of("ann", "ben", "cat", "dot"),
                        Arbitraries.of("dana", "omar"))
                .as(
                        (at, kind, by, staff) ->
                                new Event(
                                        null,
                                        null,
                                        new Event.Contact(at, kind, "personal", by, null, staff),
                                        null,
                                        null));
    }

    @Property(tries = 2000)
    void x(@ForAll("events") List<Event> events, @ForAll long seed) {
        Story story = story(events);
        assertThat(canonical(story.arriving(new Story.Arrival(Duration.ofMinutes(9), 0.3, List.of(new Moment(0, LocalTime.NOON)), seed))))
                .isEqualTo(canonical(story));
    }

    private static List<String> canonical(Story story) {
        return Stage.play(story).incidents().stream()
                .map(Played.Noticed::canonical)
                .sorted()
                .toList();
    }

    private static Story story(List<Event> events) {
        return new Story(
                "Anything",
                "Anything may happen.",
                null,
                null,
                0,
                List.of(
                        new Staff("dana", "Dana Okafor", null, null, null, false, null, null),
                        new Staff("omar", "Omar Lindqvist", null, null, null, true, null, null)),
                null,
                null,
                events,
                null,
                new Expected(null, null, null, null));
    }
}
