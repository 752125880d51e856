package org.upstander.alert.domain.noise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.domain.Assessment;

/**
 * Mentions of one member of staff on one source within an hour.
 *
 * @param hour begin of it, UTC
 */
public record RollUp(String staffId, String source, Instant hour, Mentions mentions) {

    private record Key(String staffId, String source, Instant hour) {

        static Key of(Assessment assessment, Instant now) {
            Instant posted = assessment.post().postedAt();
            return new Key(
                    assessment.staffId(),
                    assessment.post().source(),
                    (posted.isAfter(now) ? now : posted).truncatedTo(ChronoUnit.HOURS));
        }
    }

    /**
     * Rolls up by when they were posted, each key once.
     *
     * @param fresh never counted before
     * @param now when they are recorded: a post from the future counts now
     */
    public static List<RollUp> of(Collection<Assessment> fresh, Instant now) {
        Map<Key, Mentions> sums = new LinkedHashMap<>();
        fresh.forEach(one -> sums.merge(Key.of(one, now), Mentions.of(one), Mentions::plus));
        return sums.entrySet().stream()
                .map(
                        sum ->
                                new RollUp(
                                        sum.getKey().staffId(),
                                        sum.getKey().source(),
                                        sum.getKey().hour(),
                                        sum.getValue()))
                .toList();
    }
}
