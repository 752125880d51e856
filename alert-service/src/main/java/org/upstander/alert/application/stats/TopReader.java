package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Reads who and where attacks come from. */
@FunctionalInterface
public interface TopReader {

    /** What is ranked. */
    enum By {
        AUTHORS,
        THREADS,
        SOURCES
    }

    /**
     * @param authorKey of an author, else null
     * @param threadId of a thread, else null
     * @param authors how many different ones
     * @param staff how many different people were attacked
     * @param severity of the worst, 1 to 4
     * @param risk see {@link org.upstander.alert.domain.Risk}
     * @param lastAt of the latest
     */
    record Ranked(
            String source,
            String authorKey,
            String threadId,
            long attacks,
            long authors,
            long staff,
            int severity,
            double risk,
            Instant lastAt) {}

    /** Those with most risk first, as of {@code to}. */
    Uni<List<Ranked>> top(By by, StatsFilter filter, Instant from, Instant to, int most);
}
