package org.upstander.scenarios.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.upstander.scenarios.story.Happening.Written;

/** Many posts take few lines, and the same ones each time. */
class ScriptTest {

    private static final String STORY =
            """
            title: Many
            story: Many write.
            zone: Europe/Berlin
            staff: [{id: dana, name: Dana Okafor}]
            events:
              - repeat:
                  from: 1d
                  until: 4d
                  daily: 20:00-02:00
                  posts: 90
                  by: member
                  authors: 9
                  sources: [forum, reddit]
                  thread: t
                  threads: 4
                  texts: ["number {n}", "again {n}"]
                  scored: {verdict: criticism, score: {from: 0.3, to: 0.45, noise: %s}}
              - post: {at: 2d 10:00, by: other, id: p, text: first}
              - post: {at: 2d 11:00, by: other, id: p, text: second}
            expect: {incidents: []}
            """;

    @Test
    void postsAreSpreadOverTheHoursOfTheDay() {
        List<Written> posts = repeated(0);

        assertThat(posts).hasSize(90);
        assertThat(posts)
                .allSatisfy(
                        post -> {
                            LocalTime time =
                                    post.at().atZone(ZoneId.of("Europe/Berlin")).toLocalTime();
                            assertThat(
                                            !time.isBefore(LocalTime.of(20, 0))
                                                    || time.isBefore(LocalTime.of(2, 0)))
                                    .as("%s", time)
                                    .isTrue();
                            assertThat(post.at())
                                    .isBetween(
                                            Instant.parse("2026-09-07T22:00:00Z"),
                                            Instant.parse("2026-09-10T22:00:00Z"));
                        });
    }

    @Test
    void authorsSourcesThreadsAndTextsTakeTurns() {
        List<Written> posts = repeated(0);

        assertThat(
                        posts.stream()
                                .collect(Collectors.groupingBy(Written::by, Collectors.counting())))
                .hasSize(9)
                .allSatisfy((author, count) -> assertThat(count).isEqualTo(10));
        assertThat(posts.stream().map(Written::source).distinct())
                .containsExactlyInAnyOrder("forum", "reddit");
        assertThat(posts.stream().map(Written::thread).distinct()).hasSize(4);
        assertThat(posts.get(0).text()).isEqualTo("number 1");
        assertThat(posts.get(1).text()).isEqualTo("again 2");
    }

    @Test
    void theScoreRisesAlongALine() {
        List<Double> scores = repeated(0).stream().map(post -> post.says().score()).toList();

        assertThat(scores).isSorted();
        assertThat(scores.get(0)).isEqualTo(0.3);
        assertThat(scores.get(89)).isEqualTo(0.45);
    }

    @Test
    void theSameSeedGivesTheSameAndAnotherDoesNot() {
        Story story = StoryReader.read("s.yaml", STORY.formatted("0.02"));

        assertThat(Script.of(story)).isEqualTo(Script.of(story));
        assertThat(Script.of(story.seeded(7))).isNotEqualTo(Script.of(story));
    }

    @Test
    void theSameIdLaterIsAnEdit() {
        List<Written> edits =
                Script.of(StoryReader.read("s.yaml", STORY.formatted("0"))).stream()
                        .map(Written.class::cast)
                        .filter(post -> post.by().equals("other"))
                        .toList();

        assertThat(edits).extracting(Written::isEdit).containsExactly(false, true);
        assertThat(edits).extracting(Written::postId).containsExactly("p", "p");
        assertThat(edits.get(1).createdAt()).isEqualTo(edits.get(0).at());
        assertThat(edits.get(1).id()).isNotEqualTo(edits.get(0).id());
    }

    private static List<Written> repeated(int noise) {
        return Script.of(StoryReader.read("s.yaml", STORY.formatted(noise))).stream()
                .map(Written.class::cast)
                .filter(post -> post.by().startsWith("member"))
                .toList();
    }
}
