package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of the posts by which the system watches itself: how long ago the last one was
 * written that came back through all services.
 *
 * @param since when the first was due
 * @param backAt when the youngest that came back was written, or null
 */
public record Canary(Instant since, Instant backAt) {

    /** Whom they are about. No id that an operator may give, so nobody else is ever called so. */
    public static final String STAFF_ID = "~canary";

    /** The platform that they come from. */
    public static final String SOURCE = "upstander-canary";

    /** How old the youngest is; while none has come back, how long it is waited for. */
    public Duration age(Instant now) {
        Duration age = Duration.between(backAt == null ? since : backAt, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Whether one came back that was written so short a time ago. */
    public boolean isYoung(Instant now, Duration limit) {
        return backAt != null && age(now).compareTo(limit) < 0;
    }

    /** The same, and one that was written then has come back. */
    public Canary with(Instant writtenAt) {
        return backAt == null || backAt.isBefore(writtenAt) ? new Canary(since, writtenAt) : this;
    }
}
