package org.upstander.scenarios.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.upstander.scenarios.stage.Played;
import org.upstander.scenarios.stage.Played.Noticed;
import org.upstander.scenarios.story.Story;
import org.upstander.scenarios.story.StoryReader;

/** Whatever differs from what was expected is said. */
class ComparisonTest {

    private static final Instant START = Instant.parse("2026-09-07T00:00:00Z");
    private static final Noticed NOTICED =
            new Noticed(
                    "dana",
                    new TreeSet<>(List.of("retaliation")),
                    3,
                    new TreeSet<>(List.of("forum")),
                    new TreeSet<>(List.of("heath")),
                    new TreeSet<>(List.of("p1", "p2")),
                    START.plus(Duration.ofHours(9)),
                    START.plus(Duration.ofHours(10)),
                    List.of(START.plus(Duration.ofHours(10))),
                    List.of("Retaliation"));

    @Test
    void whatIsAsExpectedIsNoDifference() {
        assertThat(
                        differences(
                                """
                                {staff: dana, patterns: {exactly: [retaliation]}, severity: 3, authors: [heath],
                                 posts: 2, opened: {from: "10:00", until: "10:01"},
                                 pages: {count: 1, at: [{from: "09:59", until: "10:00"}]}}
                                """,
                                NOTICED))
                .isEmpty();
    }

    @Test
    void eachThingThatDiffersIsSaid() {
        assertThat(
                        differences(
                                """
                                {staff: dana, patterns: {exactly: [brewing]}, severity: 2, authors: [marten],
                                 posts: 3, opened: {from: "11:00", until: "12:00"},
                                 pages: {count: 2, at: [{from: "11:00", until: "12:00"}, {from: 1d, until: 2d}]}}
                                """,
                                NOTICED))
                .containsExactly(
                        "incident of dana: exactly the patterns [brewing] were expected, there are [retaliation]",
                        "incident of dana: severity 2 was expected, it is 3",
                        "incident of dana: the authors [marten] were expected, they are heath",
                        "incident of dana: at least 3 posts were expected, there are 2",
                        "incident of dana: it was expected to open within 0d 11:00 to 0d 12:00, and did 0d 10:00",
                        "incident of dana: 2 pages were expected, there are 1",
                        "incident of dana: page 1 was expected within 0d 11:00 to 0d 12:00, it came 0d 10:00",
                        "incident of dana: a page within 1d 00:00 to 2d 00:00 was expected");
    }

    @Test
    void whatIsMissingAndWhatIsTooMuchIsSaid() {
        assertThat(differences("{staff: omar, patterns: {contains: [brewing]}}", NOTICED))
                .containsExactly(
                        "an incident of omar was expected ([brewing]), there is none",
                        "an incident of dana was not expected: [retaliation], severity 3, 2 posts by heath, opened 0d 10:00");
    }

    @Test
    void eachTakesTheOneThatIsNearest() {
        Noticed other =
                new Noticed(
                        "dana",
                        new TreeSet<>(List.of("brewing")),
                        2,
                        NOTICED.sources(),
                        NOTICED.authors(),
                        NOTICED.posts(),
                        NOTICED.firstPostAt(),
                        NOTICED.openedAt(),
                        NOTICED.pages(),
                        List.of());

        assertThat(
                        differences(
                                """
                                {staff: dana, severity: 2, patterns: {exactly: [brewing]}},
                                    {staff: dana, severity: 3}
                                """,
                                NOTICED,
                                other))
                .isEmpty();
    }

    @Test
    void noticesOfSourcesAreComparedToo() {
        // Given
        Story story =
                story("", "notices: [{source: forum, state: blind, told: {from: 1d, until: 2d}}]");
        Played played =
                new Played(List.of(), List.of(new Played.Notice("forum", "sees", START)), 0);

        // Then
        assertThat(Comparison.of(story, played).differences())
                .containsExactly(
                        "a notice was expected that forum blind within 1d 00:00 to 2d 00:00",
                        "a notice was not expected: forum sees, told 0d 00:00");
    }

    @Test
    void aGapThatIsClosedIsNotFine() {
        // Given
        Story gap = story("{staff: dana, severity: 3}", "gap: not yet");
        Played asExpected = new Played(List.of(NOTICED), List.of(), 2);
        Played different = new Played(List.of(), List.of(), 2);

        // Then
        assertThat(Result.of("s", gap, asExpected).isFine()).isFalse();
        assertThat(Result.of("s", gap, different).isFine()).isTrue();
    }

    private static List<String> differences(String expected, Noticed... noticed) {
        return Comparison.of(story(expected, ""), new Played(Arrays.asList(noticed), List.of(), 2))
                .differences();
    }

    private static Story story(String incidents, String more) {
        return StoryReader.read(
                "s.yaml",
                """
                title: T
                story: S
                staff: [{id: dana, name: Dana Okafor}, {id: omar, name: Omar Lindqvist}]
                expect:
                  incidents: [%s]
                  %s
                """
                        .formatted(incidents, more));
    }
}
