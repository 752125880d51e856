package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Cuts a history into runs that are enough for a pattern. A run is over when it is: what comes
 * later begins another, so that somebody who goes on is not called about with each further post.
 */
final class Runs {

    private Runs() {}

    /**
     * What a run comes to. It is told of each post once when it joins and once when it is too old,
     * so that whoever floods a place costs no more for each post than anybody else.
     */
    interface Tally {

        void add(Sighting post);

        void remove(Sighting post);

        boolean isEnough();
    }

    /**
     * @param posts by time
     * @param window how long a run lasts at most
     * @param empty tally of a run that begins
     */
    static List<List<Sighting>> of(
            List<Sighting> posts, Duration window, Supplier<? extends Tally> empty) {
        List<List<Sighting>> runs = new ArrayList<>();
        Deque<Sighting> run = new ArrayDeque<>();
        Tally tally = empty.get();
        for (Sighting post : posts) {
            Instant since = post.at().minus(window);
            while (!run.isEmpty() && !run.getFirst().at().isAfter(since)) {
                tally.remove(run.removeFirst());
            }
            run.add(post);
            tally.add(post);
            if (tally.isEnough()) {
                runs.add(List.copyOf(run));
                run.clear();
                tally = empty.get();
            }
        }
        return runs;
    }

    /** How many different ones there are, while some come and some go. */
    static final class Different<T> {

        private final Map<T, Integer> times = new HashMap<>();

        void add(T one) {
            times.merge(one, 1, Integer::sum);
        }

        void remove(T one) {
            times.computeIfPresent(one, (same, count) -> count == 1 ? null : count - 1);
        }

        int count() {
            return times.size();
        }
    }
}
