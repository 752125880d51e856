package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a post's original is looked for among all of them, and when that is given up.
 *
 * @param receivedAt when the post was, or null where nobody said
 * @param assessedAt when it was judged, some time later
 */
public record OriginalSearch(Instant receivedAt, Instant assessedAt) {

    /** So long the topic keeps them. */
    static final Duration KEPT = Duration.ofHours(72);

    /** It is written with its post: a clock may be a little off, the rest is patience. */
    private static final Duration BEFORE = Duration.ofSeconds(5);

    private static final Duration AFTER = Duration.ofMinutes(2);

    /** Without its time, as far back as judging is mostly behind. */
    private static final Duration BEHIND = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final int LAST_DOUBLING = 10;

    /** What came of looking once. */
    public enum Outcome {
        /** It is there, and opens. */
        FOUND,
        /** Nothing is there in all that time. */
        NOT_THERE,
        /** It is there, and no key of ours opens it. */
        SEALED,
        /** Kafka is away, or there was too much to look through. */
        NOT_LOOKED
    }

    /** Why there is none. */
    public enum Missing {
        NOT_FOUND("not-found"),
        TOO_OLD("too-old"),
        UNREADABLE("unreadable");

        private final String wireName;

        Missing(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    public Instant from() {
        return receivedAt == null ? assessedAt.minus(BEHIND) : receivedAt.minus(BEFORE);
    }

    public Instant until() {
        return (receivedAt == null ? assessedAt : receivedAt).plus(AFTER);
    }

    /**
     * Whether it is given up, after a failure.
     *
     * @return empty to look again
     */
    public Optional<Missing> givenUp(Outcome outcome, Instant now) {
        boolean old = !now.isBefore(from().plus(KEPT));
        boolean waited = !now.isBefore(until().plus(PATIENCE));
        return switch (outcome) {
            case FOUND -> Optional.empty();
            case SEALED -> old ? Optional.of(Missing.UNREADABLE) : Optional.empty();
            case NOT_LOOKED -> old ? Optional.of(Missing.TOO_OLD) : Optional.empty();
            case NOT_THERE ->
                    old
                            ? Optional.of(Missing.TOO_OLD)
                            : waited ? Optional.of(Missing.NOT_FOUND) : Optional.empty();
        };
    }

    /**
     * How long until it is looked for again.
     *
     * @param attempt that failed, from 1
     */
    public static Duration wait(int attempt) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, LAST_DOUBLING));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
