package org.upstander.scenarios.stage;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.upstander.scenarios.stage.Played.Noticed;
import org.upstander.scenarios.story.Story;
import org.upstander.scenarios.story.StoryReader;

/**
 * In whatever order things come within the lateness, however often, and whatever restarts there are
 * between: the same is noticed.
 */
class ArrivalPropertiesTest {

    @Property(tries = 400)
    void eachStoryHasTheSameIncidents(
            @ForAll("stories") Story story, @ForAll("arrivals") Story.Arrival arrival) {
        assertThat(incidents(story.arriving(arrival)))
                .isEqualTo(incidents(story.arriving(Story.Arrival.AT_ONCE)));
    }

    @Property(tries = 1000)
    void aDayHasTheSameIncidents(
            @ForAll("days") Story story, @ForAll("arrivals") Story.Arrival arrival) {
        assertThat(incidents(story.arriving(arrival))).isEqualTo(incidents(story));
    }

    /**
     * Where an incident ends, and whose it is where two meet in a thread, depends on what is known
     * by then. What is noticed altogether does not.
     */
    @Property(tries = 1000)
    void aFortnightHasTheSameNoticed(
            @ForAll("fortnights") Story story, @ForAll("arrivals") Story.Arrival arrival) {
        assertThat(altogether(story.arriving(arrival))).isEqualTo(altogether(story));
    }

    private static List<String> incidents(Story story) {
        return Stage.play(story).incidents().stream().map(Noticed::canonical).sorted().toList();
    }

    /** For each of the staff what all incidents together are. */
    private static String altogether(Story story) {
        return Stage.play(story).incidents().stream()
                .collect(Collectors.groupingBy(Noticed::staff, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ArrivalPropertiesTest::together)
                .map(Noticed::canonical)
                .toList()
                .toString();
    }

    private static Noticed together(List<Noticed> incidents) {
        Noticed first = incidents.get(0);
        return new Noticed(
                first.staff(),
                flat(incidents.stream().flatMap(one -> one.patterns().stream())),
                incidents.stream().mapToInt(Noticed::severity).max().orElseThrow(),
                flat(incidents.stream().flatMap(one -> one.sources().stream())),
                flat(incidents.stream().flatMap(one -> one.authors().stream())),
                flat(incidents.stream().flatMap(one -> one.posts().stream())),
                first.firstPostAt(),
                first.openedAt(),
                List.of(),
                List.of());
    }

    private static TreeSet<String> flat(Stream<String> words) {
        return words.collect(toCollection(TreeSet::new));
    }

    @Provide
    Arbitrary<Story> stories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("stories"))) {
            return Arbitraries.of(files.sorted().map(StoryReader::read).toList());
        }
    }

    @Provide
    Arbitrary<Story> days() {
        return AnyStory.ofADay();
    }

    @Provide
    Arbitrary<Story> fortnights() {
        return AnyStory.ofAFortnight();
    }

    @Provide
    Arbitrary<Story.Arrival> arrivals() {
        return AnyStory.arrivals();
    }
}
