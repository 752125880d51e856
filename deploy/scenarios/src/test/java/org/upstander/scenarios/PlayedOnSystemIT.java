package org.upstander.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.scenarios.remote.RemotePlay;
import org.upstander.scenarios.remote.Running;
import org.upstander.scenarios.story.Story;
import org.upstander.scenarios.story.StoryReader;
import org.upstander.standalone.Service;
import org.upstander.standalone.StandaloneSystem;

/** The same stories on the packaged services, where a model reads what is written. */
class PlayedOnSystemIT {

    private static final double AT_ONCE = Double.POSITIVE_INFINITY;

    @TempDir static Path directory;
    static StandaloneSystem system;
    static Running running;

    @BeforeAll
    static void start() {
        system = StandaloneSystem.in(directory).build().start();
        running =
                new Running(
                        system.service(Service.INGEST).address(),
                        system.service(Service.SCORING).address(),
                        system.service(Service.ALERT).address(),
                        system.secrets().adminToken());
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "competition",
                "doxxing",
                "acknowledged-then-worse",
                "feud-of-others",
                "ban-revenge",
                "friend-requests",
                "appeal",
                "copy-paste-campaign"
            })
    void endsAsItSays(String name) {
        Story story = StoryReader.read(Path.of("stories", name + ".yaml"));

        assertThat(RemotePlay.gap(story)).isEmpty();
        assertThat(RemotePlay.differences(story, running, AT_ONCE, Clock.systemUTC())).isEmpty();
    }

    @Test
    void whatEndsOtherwiseIsSaid() {
        // Given: an insult that the story takes for nothing, in an hour that takes two seconds
        Story story =
                StoryReader.read(
                        "s.yaml",
                        """
                        title: Taken for nothing
                        story: Somebody insults her, and nobody is to be called.
                        staff: [{id: dana, name: Dana Okafor, handles: {forum: dana_cm}}]
                        events:
                          - post: {at: "10:00", by: anna, text: "When does the shop open, @dana_cm?"}
                          - post:
                              at: "11:00"
                              by: anna
                              text: "@dana_cm you are a worthless idiot and everybody here despises you."
                        expect: {incidents: []}
                        """);

        // When
        List<String> differences = RemotePlay.differences(story, running, 1800, Clock.systemUTC());

        // Then
        assertThat(differences)
                .singleElement()
                .asString()
                .startsWith("no incident of dana was expected, there is: dana");
    }
}
