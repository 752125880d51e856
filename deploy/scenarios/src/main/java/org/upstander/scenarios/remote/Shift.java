package org.upstander.scenarios.remote;

import java.time.Duration;
import java.time.Instant;

/**
 * When something of a story is to happen, and which time it carries: the story ends when its
 * playing does, and everything before lies as far back as it is told.
 *
 * @param first time of the first thing that happens
 * @param last time of the last
 * @param begun when the playing begins
 * @param speed how much faster than it is told; infinite: at once
 */
record Shift(Instant first, Instant last, Instant begun, double speed) {

    /** The time that it carries; never later than when it is played. */
    Instant of(Instant at) {
        return played(last).minus(Duration.between(at, last));
    }

    /** When it is played. */
    Instant played(Instant at) {
        return begun.plusMillis((long) (Duration.between(first, at).toMillis() / speed));
    }
}
