package org.upstander.alert.domain;

import java.time.Instant;

/**
 * Something that happened around the posts: a moderation action, or an attempt to reach a member of
 * staff in person.
 *
 * @param id deterministic: the same signal again has the same id
 * @param type {@code moderation-action} or {@code contact-attempt}
 * @param action of a moderation action, or null
 * @param kind of a contact attempt, or null
 * @param account {@code personal} or {@code professional}, or null
 * @param author who was acted upon, or who made the attempt
 * @param byStaffId who acted, or null
 * @param staffId who was approached, or null
 * @param source platform, or null
 * @param at when it happened
 * @param receivedAt when we took it
 * @param note free text of whoever reported it, or null
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
        String note) {}
