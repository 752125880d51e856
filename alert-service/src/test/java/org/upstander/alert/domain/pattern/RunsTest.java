package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Histories are cut into runs. */
class RunsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aRunIsOverWhenItIsEnoughAndThenAnotherBegins() {
        List<Sighting> posts = posts(0, 1, 2, 3, 4, 5, 6);

        assertThat(runs(posts, 3, 1)).containsExactly(posts.subList(0, 3), posts.subList(3, 6));
    }

    @Test
    void whatIsAsOldAsTheWindowIsLongIsOut() {
        assertThat(runs(posts(0, 30, 60), 3, 1)).isEmpty();
        assertThat(runs(posts(0, 30, 59), 3, 1)).hasSize(1);
        assertThat(runs(posts(0, 30, 60, 61), 3, 1)).hasSize(1);
    }

    @Test
    void thereIsNoRunInNothing() {
        assertThat(runs(List.of(), 1, 1)).isEmpty();
    }

    /** The same as looking at each run as a whole, over and over. */
    @Property
    void tallyingSaysWhatCountingSays(
            @ForAll @Size(max = 60) List<@IntRange(max = 300) Integer> minutes,
            @ForAll @IntRange(min = 1, max = 5) int least,
            @ForAll @IntRange(min = 1, max = 3) int threads) {
        List<Sighting> posts =
                posts(minutes.stream().sorted().mapToInt(Integer::intValue).toArray());

        assertThat(runs(posts, least, threads)).isEqualTo(counted(posts, least, threads));
    }

    /** Somebody who floods a place within the window must not be dearer with each post. */
    @Test
    void eachPostIsTalliedOnce() {
        List<Sighting> flood = posts(IntStream.range(0, 5_000).map(i -> 0).toArray());
        Spread tally = new Spread(Integer.MAX_VALUE, 1);

        Runs.of(flood, HOUR, () -> tally);

        assertThat(tally.steps).isEqualTo(2 * flood.size());
    }

    private static List<List<Sighting>> runs(List<Sighting> posts, int least, int threads) {
        return Runs.of(posts, HOUR, () -> new Spread(least, threads));
    }

    private static List<List<Sighting>> counted(List<Sighting> posts, int least, int threads) {
        List<List<Sighting>> runs = new ArrayList<>();
        List<Sighting> run = new ArrayList<>();
        for (Sighting post : posts) {
            Instant since = post.at().minus(HOUR);
            run.removeIf(one -> !one.at().isAfter(since));
            run.add(post);
            Set<String> in = new HashSet<>();
            run.forEach(one -> in.add(one.thread()));
            if (run.size() >= least && in.size() >= threads) {
                runs.add(List.copyOf(run));
                run.clear();
            }
        }
        return runs;
    }

    private static List<Sighting> posts(int... minutes) {
        return IntStream.range(0, minutes.length)
                .mapToObj(
                        i ->
                                post(i).in("t" + minutes[i] % 3)
                                        .after(Duration.ofMinutes(minutes[i]))
                                        .seen())
                .toList();
    }

    private static final class Spread implements Runs.Tally {

        private final int least;
        private final int leastThreads;
        private final Runs.Different<String> threads = new Runs.Different<>();
        private int posts;
        private int steps;

        private Spread(int least, int leastThreads) {
            this.least = least;
            this.leastThreads = leastThreads;
        }

        @Override
        public void add(Sighting post) {
            steps++;
            posts++;
            threads.add(post.thread());
        }

        @Override
        public void remove(Sighting post) {
            steps++;
            posts--;
            threads.remove(post.thread());
        }

        @Override
        public boolean isEnough() {
            steps++;
            return posts >= least && threads.count() >= leastThreads;
        }
    }
}
