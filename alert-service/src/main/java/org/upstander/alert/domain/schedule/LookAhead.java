package org.upstander.alert.domain.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What comes next in a schedule. */
public final class LookAhead {

    /** Nearly every shift ends within the first; nobody looks further than the last. */
    private static final List<Duration> FAR = List.of(Duration.ofDays(2), Duration.ofDays(35));

    private LookAhead() {}

    /**
     * When somebody who is on call is so no more. A shift that goes on for weeks ends where the
     * look ends: look again then.
     *
     * @param at a time at which they are on call
     */
    public static Instant endOfShift(Schedule schedule, String contactId, Instant at) {
        return first(schedule, at, span -> !span.contacts().contains(contactId))
                .orElseGet(() -> at.plus(FAR.get(FAR.size() - 1)));
    }

    /** When somebody is on call again; empty where nobody is for weeks. */
    public static Optional<Instant> nextOnCall(Schedule schedule, Instant at) {
        return first(schedule, at, span -> !span.contacts().isEmpty());
    }

    private static Optional<Instant> first(
            Schedule schedule, Instant at, Predicate<Span> isSought) {
        return FAR.stream()
                .map(far -> schedule.spans(at, at.plus(far)))
                .flatMap(spans -> spans.stream().filter(isSought).findFirst().stream())
                .map(Span::from)
                .findFirst();
    }
}
