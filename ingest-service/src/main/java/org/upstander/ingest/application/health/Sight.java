package org.upstander.ingest.application.health;

import java.time.Instant;
import java.util.Optional;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Source;

/**
 * Whether a source is seen: nobody may be told that they are safe while a feed is silent.
 *
 * @param cause why it is blind, or null
 * @param since when it became so, or null
 */
public record Sight(State state, Cause cause, Instant since) {

    /** Whether posts are seen. */
    public enum State {
        SEES,
        BLIND,
        /** On purpose. */
        PAUSED
    }

    /** Why posts are not seen. */
    public enum Cause {
        /** The platform dropped events because there were too many. */
        RATE_LIMITED,
        /** Texts come empty: a permission is missing. */
        EMPTY_CONTENT,
        /** What we read with is not believed, or no longer. */
        REFUSED,
        /** The place is not there any more. */
        GONE,
        /** It was asked some times, and brought nothing that could be read. */
        UNREACHABLE,
        /** They came while nobody could listen, and the place no longer has them. */
        LOST,
        /** No post for longer than its rhythm. */
        SILENT
    }

    /**
     * Looks at a source.
     *
     * @param health where it is known yet
     */
    public static Sight of(Source source, Optional<Health> health, Instant now) {
        if (source.paused()) {
            return new Sight(State.PAUSED, null, null);
        }
        return health.flatMap(known -> gap(known).or(() -> silence(source, known, now)))
                .orElse(new Sight(State.SEES, null, null));
    }

    /** Of one that is blind: the moment from which on it was, which is later than its last post. */
    Instant becameBlind(Source source) {
        return cause == Cause.SILENT ? since.plus(source.expectedRhythm()) : since;
    }

    private static Optional<Sight> gap(Health health) {
        return health.gaps().stream()
                .filter(gap -> gap.until() == null)
                .findFirst()
                .map(gap -> new Sight(State.BLIND, cause(gap.cause()), gap.since()));
    }

    private static Optional<Sight> silence(Source source, Health health, Instant now) {
        Instant last = health.lastPost() == null ? health.since() : health.lastPost();
        boolean silent =
                source.expectedRhythm() != null && last.plus(source.expectedRhythm()).isBefore(now);
        return silent ? Optional.of(new Sight(State.BLIND, Cause.SILENT, last)) : Optional.empty();
    }

    /** Others know these only: which kind of unreachable it is, the gap says. */
    private static Cause cause(Said.Cause gap) {
        return gap == Said.Cause.NO_HUB ? Cause.UNREACHABLE : Cause.valueOf(gap.name());
    }
}
