package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is known of one author and one member of staff: everything that was seen in the last weeks,
 * whichever of it came first. Patterns are functions of this and nothing else, so they say the same
 * in whatever order posts came.
 *
 * @param person who is meant
 * @param sightings what the author wrote of or to them, by time, as many as are looked at
 * @param acts moderation actions against the author
 * @param attempts the author's attempts to reach them in person
 */
public record Encounter(
        Person person, List<Sighting> sightings, List<Act> acts, List<Attempt> attempts) {

    public Encounter {
        sightings = sightings.stream().distinct().sorted(Sighting.BY_TIME).toList();
        acts = List.copyOf(acts);
        attempts = List.copyOf(attempts);
    }

    /**
     * A moderation action.
     *
     * @param action {@code ban}, {@code warn}, …
     * @param byStaffId who took it, or null where the platform does not tell
     * @param at when
     * @param link why the account that it was taken against is theirs; null where it is the same
     */
    public record Act(String action, String byStaffId, Instant at, String link) {

        /** Whether this person took it, or may have. */
        boolean concerns(String staffId) {
            return byStaffId == null || byStaffId.equals(staffId);
        }
    }

    /**
     * An attempt to reach somebody in person.
     *
     * @param id of the signal
     * @param kind {@code friend-request}, …
     * @param personal whether to an account that is their own
     * @param at when
     */
    public record Attempt(String id, String kind, boolean personal, Instant at) {}

    /** Those not older than this at that time, and not younger than that time. */
    List<Sighting> within(Duration window, Instant until) {
        Instant since = until.minus(window);
        return sightings.stream()
                .filter(one -> one.at().isAfter(since) && !one.at().isAfter(until))
                .toList();
    }
}
