package org.upstander.ingest.domain;

import java.time.Instant;

/**
 * A moderation action or a contact attempt that was admitted.
 *
 * @param id from the content
 * @param type {@code moderation-action} or {@code contact-attempt}
 * @param action what was done, for a moderation action; else null
 * @param kind by which way, for a contact attempt; else null
 * @param account {@code personal} or {@code professional}, or null
 * @param author who was acted upon, or who made the attempt
 * @param by staff id of who acted, or null
 * @param staff staff id of who was approached, or null
 * @param source platform, or null
 * @param at when it happened
 * @param receivedAt when we took it
 * @param note free text of whoever reported it, or null
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
        String note) {}
