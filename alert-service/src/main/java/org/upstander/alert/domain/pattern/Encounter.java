package org.upstander.alert.domain.pattern;

import java.time.Instant;
import java.util.Comparator;
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
        acts = acts.stream().distinct().sorted(Act.ORDER).toList();
        attempts = attempts.stream().distinct().sorted(Attempt.BY_TIME).toList();
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

        /** By time; of several at once what was done to the account itself is first. */
        private static final Comparator<Act> ORDER =
                Comparator.comparing(Act::at)
                        .thenComparing(Act::link, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Act::action)
                        .thenComparing(
                                Act::byStaffId, Comparator.nullsLast(Comparator.naturalOrder()));

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
    public record Attempt(String id, String kind, boolean personal, Instant at) {

        private static final Comparator<Attempt> BY_TIME =
                Comparator.comparing(Attempt::at).thenComparing(Attempt::id);
    }
}
