package org.upstander.alert.domain.pattern;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is known of one author and one member of staff: everything that was seen in the last weeks,
 * whichever of it came first. Patterns are functions of this and nothing else, so they say the same
 * in whatever order posts came.
 *
 * @param person who is meant
 * @param sightings what the author wrote of or to them, by time, as many as are looked at
 * @param acts moderation actions against the author
 * @param attempts the author's attempts to reach them in person
 * @param told up to which post somebody was told of the author's runs of a pattern
 * @param elsewhere when the author wrote of or to others of the staff; empty also where nobody
 *     needed to know
 */
public record Encounter(
        Person person,
        List<Sighting> sightings,
        List<Act> acts,
        List<Attempt> attempts,
        Map<PatternKind, Told> told,
        List<Instant> elsewhere) {

    public Encounter {
        elsewhere = elsewhere.stream().distinct().sorted().toList();
        told = Map.copyOf(told);
        sightings = sightings.stream().distinct().sorted(Sighting.BY_TIME).toList();
        acts = acts.stream().distinct().sorted(Act.ORDER).toList();
        attempts = attempts.stream().distinct().sorted(Attempt.BY_TIME).toList();
    }

    /** Where nobody was told of any of it. */
    public Encounter(
            Person person, List<Sighting> sightings, List<Act> acts, List<Attempt> attempts) {
        this(person, sightings, acts, attempts, Map.of());
    }

    /** Where the author wrote of nobody else. */
    public Encounter(
            Person person,
            List<Sighting> sightings,
            List<Act> acts,
            List<Attempt> attempts,
            Map<PatternKind, Told> told) {
        this(person, sightings, acts, attempts, told, List.of());
    }

    /** The same where the author also wrote of others of the staff then. */
    public Encounter writing(List<Instant> more) {
        return new Encounter(person, sightings, acts, attempts, told, more);
    }

    /** The same with what is known of other accounts of the author. */
    public Encounter with(List<Act> more) {
        return new Encounter(
                person,
                sightings,
                Stream.concat(acts.stream(), more.stream()).toList(),
                attempts,
                told,
                elsewhere);
    }

    /**
     * What came after somebody was last told of such a pattern. What was before is of that run,
     * also where it is part of another incident, and a run of which the older posts are out of
     * sight must not begin again with those that are left.
     *
     * @param posts some of the sightings, by time
     */
    List<Sighting> sinceTold(List<Sighting> posts, PatternKind kind) {
        Told last = told.get(kind);
        return last == null ? posts : posts.stream().filter(last::isBefore).toList();
    }

    /**
     * The newest post of a run that somebody was told of.
     *
     * @param at when it was written
     * @param id of its assessment
     */
    public record Told(Instant at, String id) {

        public static Told of(Sighting post) {
            return new Told(post.at(), post.id());
        }

        boolean isBefore(Sighting post) {
            int order = at.compareTo(post.at());
            return order == 0 ? id.compareTo(post.id()) < 0 : order < 0;
        }
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

        public static final Comparator<Attempt> BY_TIME =
                Comparator.comparing(Attempt::at).thenComparing(Attempt::id);
    }
}
