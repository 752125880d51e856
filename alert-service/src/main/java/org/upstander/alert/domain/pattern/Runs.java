package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Cuts a history into runs that are enough for a pattern. A run is over when it is: what comes
 * later begins another, so that somebody who goes on is not called about with each further post.
 */
final class Runs {

    private Runs() {}

    /**
     * @param posts by time
     * @param window how long a run lasts at most
     * @param enough whether it is one
     */
    static List<List<Sighting>> of(
            List<Sighting> posts, Duration window, Predicate<List<Sighting>> enough) {
        List<List<Sighting>> runs = new ArrayList<>();
        List<Sighting> run = new ArrayList<>();
        for (Sighting post : posts) {
            Instant since = post.at().minus(window);
            run.removeIf(one -> !one.at().isAfter(since));
            run.add(post);
            if (enough.test(run)) {
                runs.add(List.copyOf(run));
                run.clear();
            }
        }
        return runs;
    }
}
