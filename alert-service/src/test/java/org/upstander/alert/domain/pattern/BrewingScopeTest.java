package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who brews towards whom: authors together or one alone, by the person's own bar. */
class BrewingScopeTest {

    private static final double HOT = 0.44;

    private final Brewing crowd = Brewing.ofCrowd(Brewing.Settings.CROWD);

    @Test
    void aCrowdCallsInItsOwnWords() {
        double[] near = IntStream.range(0, 7).mapToDouble(i -> 0.45).toArray();

        assertThat(crowd.alarms(posts(Duration.ZERO, Arrays.copyOf(near, 6)))).isEmpty();
        assertThat(crowd.alarms(posts(Duration.ZERO, near)))
                .singleElement()
                .returns(
                        "Brewing: 7 posts by all authors together within less than a minute come nearer to an attack, none of them is one yet",
                        Finding::reason);
    }

    /** Who brews alone is looked at alone: one author is called about once. */
    @Test
    void oneAuthorIsNoCrowd() {
        List<Sighting> alone =
                IntStream.range(0, 20).mapToObj(i -> post(i).scoring(HOT).seen()).toList();
        List<Sighting> joined = new ArrayList<>(alone);
        joined.add(post(20).by("au-2").scoring(HOT).seen());

        assertThat(crowd.alarms(alone)).isEmpty();
        assertThat(crowd.alarms(joined)).hasSize(1);
    }

    /** What is a level for everybody rises towards a junior, and the other way round. */
    @ParameterizedTest
    @CsvSource({"0.6,0.30,false", "0.4,0.30,true", "0.4,0.22,false", "0.8,0.44,false"})
    void itIsMeasuredByThePersonsOwnBar(double bar, double score, boolean brews) {
        double[] scores = IntStream.range(0, 40).mapToDouble(i -> score).toArray();
        List<Sighting> posts = posts(Duration.ofHours(1), scores);

        assertThat(Brewing.ofAuthor(Brewing.Settings.AUTHOR.at(bar)).alarms(posts).isEmpty())
                .isEqualTo(!brews);
        assertThat(Brewing.ofCrowd(Brewing.Settings.CROWD.at(bar)).alarms(posts).isEmpty())
                .isEqualTo(!brews);
    }

    private static List<Sighting> posts(Duration between, double... scores) {
        return IntStream.range(0, scores.length)
                .mapToObj(
                        i ->
                                post(i).by("au-" + i % 2)
                                        .after(between.multipliedBy(i))
                                        .scoring(scores[i])
                                        .seen())
                .toList();
    }
}
