package org.upstander.alert.domain;

import java.time.Instant;

/**
 * Something that happened around the posts: a moderation action, an attempt to reach a member of
 * staff in person, a post passed on to others, or somebody who became a member.
 *
 * @param id deterministic: the same signal again has the same id
 * @param type {@code moderation-action}, {@code contact-attempt}, {@code amplification} or {@code
 *     member-joined}
 * @param action of a moderation action, or null
 * @param kind of a contact attempt, or null
 * @param account {@code personal} or {@code professional}, or null
 * @param author who was acted upon, who made the attempt, who passed the post on, or who joined
 * @param byStaffId who acted, or null
 * @param staffId who was approached, or null
 * @param source platform, or null; an amplification and a join have one
 * @param at when it happened
 * @param receivedAt when we took it
 * @param note free text of whoever reported it, or null
 * @param postId the post that was passed on, for an amplification; else null
 * @param invite what stands for that by which somebody joined, the same for the same; or null
 */
public record Signal(
        String id,
        String type,
        String action,
        String kind,
        String account,
        Author author,
        String byStaffId,
        String staffId,
        String source,
        Instant at,
        Instant receivedAt,
        String note,
        String postId,
        String invite) {

    public static final String AMPLIFICATION = "amplification";
    public static final String JOIN = "member-joined";

    /** Whether it is about a post and not about a person. */
    public boolean isAmplification() {
        return AMPLIFICATION.equals(type);
    }
}
