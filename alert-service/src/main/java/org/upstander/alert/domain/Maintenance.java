package org.upstander.alert.domain;

import java.time.Instant;

/**
 * A time in which nobody is paged for what is less grave: a move, a drill, a source that is being
 * set up. Holds pages as a {@link Silence} does; threats and doxxing page all the same.
 *
 * @param id the operator's id
 * @param matchers which incidents; may be all, up to a severity
 * @param startsAt from then on
 * @param endsAt no longer than until then
 * @param comment why, for colleagues
 * @param createdBy token or subject
 */
public record Maintenance(
        String id,
        Silence.Matchers matchers,
        Instant startsAt,
        Instant endsAt,
        String comment,
        String createdBy) {

    /** No silence has such an id. */
    private static final String PREFIX = "maintenance/";

    /** As that which holds pages. */
    public Silence asSilence() {
        return new Silence(
                holdId(id),
                matchers,
                startsAt,
                endsAt,
                comment,
                new Silence.Threats(false, null),
                createdBy);
    }

    /** What a page says that it is held by. */
    public static String holdId(String id) {
        return PREFIX + id;
    }

    /** What holds a page, for people. */
    public static String words(String holdId) {
        return holdId.startsWith(PREFIX)
                ? "Maintenance " + holdId.substring(PREFIX.length())
                : "Silence " + holdId;
    }

    /** Whether it says the same, whoever put it. */
    public boolean holdsAs(Maintenance other) {
        return new Maintenance(id, matchers, startsAt, endsAt, comment, other.createdBy)
                .equals(other);
    }
}
