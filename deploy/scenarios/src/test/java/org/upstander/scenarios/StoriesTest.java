package org.upstander.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.scenarios.outcome.Report;
import org.upstander.scenarios.outcome.Result;
import org.upstander.scenarios.stage.Stage;
import org.upstander.scenarios.story.Story;
import org.upstander.scenarios.story.StoryReader;

/** Each of the stories ends as it says, played against the rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesTest {

    private final List<Result> results = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("files")
    void endsAsItSays(Path file) {
        // Given
        Story story = StoryReader.read(file);

        // When
        Result result = Result.of(file.getFileName().toString(), story, Stage.play(story));

        // Then
        results.add(result);
        assertThat(result.isFine()).as("%n%s", Report.of(result)).isTrue();
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(25);
    }

    /** The figures of all of them, for whoever reads the build's output. */
    @AfterAll
    void sayWhatTheyCameTo() {
        System.out.println(Report.summary(results));
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("stories"))) {
            return files.sorted().toList();
        }
    }
}
