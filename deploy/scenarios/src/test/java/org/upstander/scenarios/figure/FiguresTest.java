package org.upstander.scenarios.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.upstander.scenarios.story.StoryReader;

/** What is promised of the rules, over many chances. */
class FiguresTest {

    @Test
    void quietWeeksCallNobodyAndRampsAreSeenInTime() {
        Figures figures = Figures.of(StoryReader.read(Path.of("stories", "quiet-week.yaml")));

        System.out.println(figures);
        assertThat(figures.quietPosts()).isGreaterThanOrEqualTo(20 * 500);
        assertThat(figures.falsePatternsPerTenThousand()).isZero();
        assertThat(figures.shareSeenInTime()).isGreaterThanOrEqualTo(0.9);
    }
}
