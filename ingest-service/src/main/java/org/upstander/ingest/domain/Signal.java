package org.upstander.ingest.domain;

import java.time.Instant;

/**
 * A moderation action, a contact attempt, an amplification or a join that was admitted.
 *
 * @param id from the content
 * @param type {@code moderation-action}, {@code contact-attempt}, {@code amplification} or {@code
 *     member-joined}
 * @param action what was done, for a moderation action; else null
 * @param kind by which way, for a contact attempt; else null
 * @param account {@code personal} or {@code professional}, or null
 * @param author who was acted upon, who made the attempt, who passed the post on, or who joined
 * @param by staff id of who acted, or null
 * @param staff staff id of who was approached, or null
 * @param source platform, or null; an amplification and a join have one
 * @param at when it happened
 * @param receivedAt when we took it
 * @param note free text of whoever reported it, or null
 * @param externalId the source's id of the post that was passed on, for an amplification; else null
 * @param post the same post, likewise
 * @param invite by what somebody who joined came, or null
 */
public record Signal(
        SignalId id,
        String type,
        String action,
        String kind,
        String account,
        Author author,
        String by,
        String staff,
        String source,
        Instant at,
        Instant receivedAt,
        String note,
        String externalId,
        PostId post,
        Invite invite) {}
