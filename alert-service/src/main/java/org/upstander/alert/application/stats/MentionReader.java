package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Dose;
import org.upstander.alert.domain.noise.Mentions;
import org.upstander.alert.domain.noise.TimeBuckets;

/** Reads how often staff are mentioned, from the roll-ups. */
public interface MentionReader {

    /**
     * @param bucket from 0
     * @param group id of the member of staff, source, or empty where all is one
     */
    record Counted(int bucket, String group, Mentions mentions) {}

    /**
     * By bucket and group, in any order; without those in which there was nothing.
     *
     * @param groupBy not {@link GroupBy#VERDICT}
     * @param most no more than so many are read
     */
    Uni<List<Counted>> counts(TimeBuckets buckets, GroupBy groupBy, StatsFilter filter, int most);

    /** Hours with attacks on somebody since then, in any order. */
    Uni<List<Dose.Hour>> attackHours(String staffId, Instant from);
}
