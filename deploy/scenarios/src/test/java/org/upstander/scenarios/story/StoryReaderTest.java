package org.upstander.scenarios.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A story is read as it is meant, or refused with file, line, key and what to do. */
class StoryReaderTest {

    private static final String STORY =
            """
            title: An insult
            story: Somebody insults her.
            zone: Europe/Berlin
            staff:
              - {id: dana, name: Dana Okafor, hours: Mon-Fri 09:00-17:30}
              - {id: omar, name: Omar Lindqvist, junior: true}
            events:
              - post:
                  at: 1d 22:15
                  by: anna
                  text: "@dana_cm you idiot"
                  about: [dana]
                  scored: &insult {verdict: attack, score: 0.9}
              - post: {at: 2d, by: anna, text: "@omar you too", about: [omar], scored: *insult}
            expect:
              incidents:
                - {staff: dana, severity: 2}
            """;

    @Test
    void whatIsLeftOutIsAsUsual() {
        // When
        Story story = StoryReader.read("s.yaml", STORY);

        // Then
        Event.Post post = story.events().get(0).post();
        assertThat(story.at(post.at())).isEqualTo(Instant.parse("2026-09-08T20:15:00Z"));
        assertThat(post.source()).isEqualTo("forum");
        assertThat(post.scored().severity()).isEqualTo(2);
        assertThat(post.scored().categories()).containsExactly("insult");
        assertThat(story.member("dana").leastAttack()).isEqualTo(0.6);
        assertThat(story.member("omar").leastAttack()).isEqualTo(0.4);
        assertThat(story.arrival()).isEqualTo(Story.Arrival.AT_ONCE);
    }

    @Test
    void anAliasStandsForItsAnchor() {
        Story story = StoryReader.read("s.yaml", STORY);

        assertThat(story.events().get(1).post().scored())
                .isEqualTo(story.events().get(0).post().scored());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    by: anna             | von: anna             | s.yaml:10: events/0/post/von: is not known here; known are about, at, by, id, scored, source, text, thread.
                    at: 1d 22:15         | at: tomorrow          | s.yaml:9: events/0/post/at: 'tomorrow' is no time of a story: write 2d 22:15, 2d or 22:15.
                    at: 1d 22:15         | at: 1d 25:15          | s.yaml:9: events/0/post/at: '1d 25:15' is no time of a story: write 2d 22:15, 2d or 22:15.
                    by: anna             | id: p1                | s.yaml:8: events/0/post/by: is missing.
                    about: [dana]        | about: [dan]          | s.yaml:12: events/0/post/about/0: 'dan' is not among the staff: dana, omar.
                    about: [dana]        | about: dana           | s.yaml:12: events/0/post/about: must be a list: [a, b].
                    about: [dana]        | thread: t             | s.yaml:8: events/0/post/about: is missing: say whom of the staff it means, or [] for nobody.
                    verdict: attack      | verdict: insult       | s.yaml:13: events/0/post/scored/verdict: must be one of attack, criticism, neutral, supportive.
                    score: 0.9           | score: 90             | s.yaml:13: events/0/post/scored/score: a score lies between 0 and 1
                    score: 0.9           | severity: 7           | s.yaml:13: events/0/post/scored/severity: must be 0 to 4.
                    score: 0.9           | severity: 0           | s.yaml:13: events/0/post/scored/severity: of an attack is 1 to 4.
                    score: 0.9           | severity: bad         | s.yaml:13: events/0/post/scored/severity: 'bad' is no number.
                    - post:              | - poste:              | s.yaml:8: events/0/poste: is not known here; known are answer, contact, moderation, post, repeat.
                    title: An insult     | titel: An insult      | s.yaml:1: titel: is not known here
                    title: An insult     | #                     | s.yaml:1: title: is missing.
                    id: omar             | id: dana              | s.yaml:6: staff/1/id: is somebody else's, too: choose another.
                    zone: Europe/Berlin  | zone: Berlin          | s.yaml:3: zone:
                    zone: Europe/Berlin  | title: Twice          | s.yaml:3: title: is there twice: leave one of them out.
                    severity: 2          | patterns: {exactly: [rage]} | s.yaml:17: expect/incidents/0/patterns/exactly/0: must be one of approach,
                    severity: 2          | patterns: {}          | s.yaml:17: expect/incidents/0/patterns: must have either exactly or contains.
                    severity: 2          | opened: {from: 2d, until: 1d} | s.yaml:17: expect/incidents/0/opened: must have from and until, in this order
                    staff:               | staff: [               | s.yaml:
                    """)
    void whatIsWrongIsSaid(String right, String wrong, String said) {
        String broken = STORY.replaceFirst(Pattern.quote(right), wrong);

        assertThatThrownBy(() -> StoryReader.read("s.yaml", broken))
                .isInstanceOf(StoryProblem.class)
                .hasMessageContaining(said);
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        String broken = STORY.replace("by: anna", "id: p1").replace("story: Somebody", "# ");

        assertThatThrownBy(() -> StoryReader.read("s.yaml", broken))
                .hasMessageContaining("s.yaml:1: story: is missing.")
                .hasMessageContaining("events/0/post/by: is missing.")
                .hasMessageContaining("events/1/post/by: is missing.");
    }

    @Test
    void nothingIsNoStory() {
        assertThatThrownBy(() -> StoryReader.read("s.yaml", ""))
                .hasMessageContaining("s.yaml:1: is empty.");
    }

    @Test
    void aMomentWithoutADayIsOnTheFirst() {
        assertThat(Moment.of("8:05")).isEqualTo(new Moment(0, LocalTime.of(8, 5)));
        assertThat(Moment.of("12d")).isEqualTo(new Moment(12, LocalTime.MIDNIGHT));
        assertThat(Moment.of("2d 22:15:30")).isEqualTo(new Moment(2, LocalTime.of(22, 15, 30)));
    }
}
