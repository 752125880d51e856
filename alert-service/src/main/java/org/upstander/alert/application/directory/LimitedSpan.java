package org.upstander.alert.application.directory;

import java.time.Duration;
import java.time.Instant;

/** A time in which something is otherwise than usual has an end, and not a far one. */
final class LimitedSpan {

    private static final Duration LONGEST = Duration.ofDays(30);

    private LimitedSpan() {}

    static void check(Instant startsAt, Instant endsAt, Checks checks) {
        if (startsAt == null) {
            checks.add("/startsAt", "is required, such as 2026-11-23T12:00:00Z");
        }
        if (endsAt == null) {
            checks.add("/endsAt", "is required, such as 2026-11-24T12:00:00Z");
        }
        if (startsAt == null || endsAt == null) {
            return;
        }
        if (!endsAt.isAfter(startsAt)) {
            checks.add("/endsAt", "must be later than startsAt");
        } else if (Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
            checks.add(
                    "/endsAt",
                    "must be at most %d days after startsAt".formatted(LONGEST.toDays()));
        }
    }
}
