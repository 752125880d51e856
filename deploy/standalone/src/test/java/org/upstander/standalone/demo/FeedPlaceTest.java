package org.upstander.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedPlaceTest {

    @TempDir Path home;

    @Test
    void beginsAtTheFirstPost() {
        assertThat(place().read(300)).isEqualTo(new FeedPlace.At(1, 0));
    }

    @Test
    void goesOnWhereItStopped() {
        place().write(new FeedPlace.At(1, 57));

        assertThat(place().read(300)).isEqualTo(new FeedPlace.At(1, 57));
    }

    @Test
    void afterTheLastPostAnotherRoundBegins() {
        place().write(new FeedPlace.At(1, 300));

        assertThat(place().read(300)).isEqualTo(new FeedPlace.At(2, 0));
    }

    @Test
    void nonsenseCountsAsTheBeginning() throws IOException {
        Files.writeString(home.resolve("demo.properties"), "round=x\nnext=-4\n");

        assertThat(place().read(300)).isEqualTo(new FeedPlace.At(1, 0));
    }

    private FeedPlace place() {
        return new FeedPlace(home.resolve("demo.properties"));
    }
}
