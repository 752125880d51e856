package org.upstander.alert.domain;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When a policy pages again, and what it takes for an acknowledgement.
 *
 * @param groupWait how long the first page waits for more, below severity 3; zero for not at all
 * @param groupInterval while attacks go on and nobody acknowledges: how long after a page the next
 *     digest comes, doubled with each; null for none
 * @param repeat when everybody was called and nobody acknowledged: how long until the policy begins
 *     again; null for never
 * @param acknowledgements how many different people have to acknowledge, 1 to 5
 * @param acknowledgeExpires how long an acknowledgement as seen holds, by severity; a severity that
 *     is not named goes by the next lower one; zero for ever
 */
public record PagingRules(
        Duration groupWait,
        Duration groupInterval,
        Duration repeat,
        int acknowledgements,
        Map<Integer, Duration> acknowledgeExpires) {

    /** From here on an incident waits for nothing and does not close without a word. */
    public static final int GRAVE = 3;

    /** One page, and from severity 3 on an hour to call the one who is attacked. */
    public static final PagingRules DEFAULT =
            new PagingRules(Duration.ZERO, null, null, 1, Map.of(GRAVE, Duration.ofHours(1)));

    private static final Duration LONGEST_INTERVAL = Duration.ofHours(24);

    public PagingRules {
        acknowledgeExpires = Collections.unmodifiableMap(new TreeMap<>(acknowledgeExpires));
    }

    /** How long the first page of an incident waits. */
    public Duration waitAt(int severity) {
        return severity >= GRAVE ? Duration.ZERO : groupWait;
    }

    /** How long an acknowledgement as seen holds; empty for ever. */
    public Optional<Duration> expiryAt(int severity) {
        return Optional.ofNullable(new TreeMap<>(acknowledgeExpires).floorEntry(severity))
                .map(Map.Entry::getValue)
                .filter(expiry -> !expiry.isZero());
    }

    /**
     * How long after a page the next digest comes.
     *
     * @param digests how many there were
     */
    public Optional<Duration> digestAfter(int digests) {
        if (groupInterval == null) {
            return Optional.empty();
        }
        Duration pause = groupInterval;
        for (int i = 0; i < digests && pause.compareTo(LONGEST_INTERVAL) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return Optional.of(pause.compareTo(LONGEST_INTERVAL) < 0 ? pause : LONGEST_INTERVAL);
    }
}
