package org.upstander.ingest.application.source;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.upstander.ingest.domain.Source;

/**
 * How many posts each source may bring, so that a flood in one place does not have all others wait
 * behind it. A bucket of one minute's posts (token bucket) that may be overdrawn once, for what is
 * in a delivery shows when it was read; then the source waits until it is paid back. Of one
 * instance.
 */
public final class Quotas {

    private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

    /** One post, less what rounding takes off it. */
    private static final double WHOLE = 1 - 1e-6;

    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * @param perMinute posts of a source that says nothing else, 1 or more
     * @param nanoTime as {@link System#nanoTime}
     */
    public Quotas(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    /**
     * @param level posts that may come, less than zero where too many came
     * @param at when it was so
     */
    private record Bucket(double level, long at) {

        Bucket at(long now, int perMinute) {
            double since = (now - at) * (perMinute / NANOS_PER_MINUTE);
            return new Bucket(Math.min(perMinute, level + since), now);
        }
    }

    /** How long to wait before the source may bring more; empty where it may now. */
    public Optional<Duration> pause(Source source) {
        Bucket bucket = buckets.get(source.id());
        if (bucket == null) {
            return Optional.empty();
        }
        int most = most(source);
        double level = bucket.at(nanoTime.getAsLong(), most).level;
        return level > WHOLE
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) ((1 - level) * (NANOS_PER_MINUTE / most))));
    }

    /** It brought so many. */
    public void spend(Source source, int posts) {
        int most = most(source);
        long now = nanoTime.getAsLong();
        buckets.compute(
                source.id(),
                (id, known) -> {
                    Bucket bucket = known == null ? new Bucket(most, now) : known.at(now, most);
                    return new Bucket(bucket.level - posts, now);
                });
    }

    private int most(Source source) {
        Integer own = source.settings().postsPerMinute();
        return own == null ? perMinute : own;
    }
}
