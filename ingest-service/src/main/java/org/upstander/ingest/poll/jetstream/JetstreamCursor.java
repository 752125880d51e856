package org.upstander.ingest.poll.jetstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.upstander.ingest.poll.Cursors;

/**
 * Where listening goes on. Times are microseconds since 1970, as the server counts them.
 *
 * @param url that its source names; with another one nothing of the rest holds
 * @param from when on to listen: a little before the last that came, for servers do not agree on
 *     the order to the microsecond
 * @param seen when what came since then came, by {@link JetstreamEvent#key()}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JetstreamCursor(String url, long from, Map<String, Long> seen) {

    /** How far to go back each time. */
    static final Duration OVERLAP = Duration.ofSeconds(5);

    /** Our clock may be that far from the server's. */
    static final Duration CLOCKS = Duration.ofMinutes(1);

    /** What is older a server no longer has. */
    static final Duration KEPT = Duration.ofHours(36);

    /** More is not remembered; then the next listening begins later instead. */
    static final int MOST_SEEN = 1_000;

    /** A server reads what lies behind at least that many times as quickly as it came. */
    private static final int SPEED = 30;

    private static final JetstreamCursor NONE = new JetstreamCursor(null, 0, Map.of());

    JetstreamCursor {
        seen = seen == null ? Map.of() : Map.copyOf(seen);
    }

    static JetstreamCursor read(String cursor) {
        return Cursors.read(cursor, JetstreamCursor.class, NONE);
    }

    String write() {
        return Cursors.write(this);
    }

    /** The same where it is about this address, otherwise from now on. */
    JetstreamCursor of(String address, Instant now) {
        return address.equals(url)
                ? this
                : new JetstreamCursor(address, micros(now.minus(CLOCKS)), Map.of());
    }

    /**
     * After what came.
     *
     * @param all when each came, by its key, in the order in which it did; also what was seen
     *     before
     * @param latest when the last thing came that has a time
     */
    JetstreamCursor after(Map<String, Long> all, long latest) {
        long begin = Math.max(from, latest - OVERLAP.toNanos() / 1_000);
        Map<String, Long> since = new LinkedHashMap<>();
        long later = all.values().stream().filter(at -> at >= begin).count() - MOST_SEEN;
        long forgotten = begin;
        for (Map.Entry<String, Long> one : all.entrySet()) {
            if (one.getValue() < begin) {
                continue;
            }
            if (later > 0) {
                later--;
                forgotten = Math.max(forgotten, one.getValue());
            } else {
                since.put(one.getKey(), one.getValue());
            }
        }
        return new JetstreamCursor(url, forgotten, since);
    }

    /**
     * Nothing new came. Without this a stream that is silent for hours would be looked through from
     * further back each time, until that takes longer than a listening.
     *
     * @param begun where it began
     * @param asked when it began
     * @param silent how long
     */
    JetstreamCursor afterSilence(JetstreamCursor begun, Instant asked, Duration silent) {
        long lookedThrough = begun.from + silent.toNanos() / 1_000 * SPEED;
        long begin = Math.min(micros(asked.minus(CLOCKS)), lookedThrough);
        return after(seen, begin + OVERLAP.toNanos() / 1_000);
    }

    /** The same, without what it no longer has. */
    JetstreamCursor kept(Instant now) {
        return new JetstreamCursor(url, Math.max(from, micros(now.minus(KEPT))), seen);
    }

    /** When the loss began, of what it no longer has; or null. */
    Instant lostSince(Instant now) {
        Instant since = Instant.EPOCH.plus(from, ChronoUnit.MICROS);
        return since.plus(KEPT).isBefore(now) ? since : null;
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
