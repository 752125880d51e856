package org.upstander.scenarios;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command ends well only when the story does. */
class ScenariosTest {

    private static final String STORY =
            """
            title: An insult
            story: Somebody insults her.
            staff: [{id: dana, name: Dana Okafor}]
            events:
              - post:
                  {at: "10:00", by: anna, text: "@dana_cm you idiot", scored: {verdict: attack}}
            expect: {incidents: [{staff: dana, severity: %d}]}
            """;

    @TempDir Path folder;

    @Test
    void anOwnStoryThatEndsAsItSays() throws IOException {
        write(STORY.formatted(2));

        assertThatCode(this::play).doesNotThrowAnyException();
    }

    @Test
    void oneThatDoesNot() throws IOException {
        write(STORY.formatted(4));

        assertThatThrownBy(this::play).hasMessage("not as expected: own.yaml");
    }

    @Test
    void oneThatCannotBeRead() throws IOException {
        write(STORY.formatted(2).replace("by: anna", "von: anna"));

        assertThatThrownBy(this::play).hasMessage("not as expected: own.yaml");
    }

    @Test
    void oneThatIsNotThere() {
        assertThatThrownBy(this::play).hasMessageContaining("own.yaml' is no file");
    }

    @Test
    void anOptionThatNobodyKnows() {
        assertThatThrownBy(() -> Scenarios.main(new String[] {"--fiel=own.yaml"}))
                .hasMessageContaining("'--fiel=own.yaml' is not known");
    }

    private void play() {
        Scenarios.main(
                new String[] {"--from=" + folder, "--file=own.yaml", "--against=", "--speed="});
    }

    private void write(String story) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), story);
    }
}
