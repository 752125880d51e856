package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Something that happened around the posts: a moderation action, or an attempt to reach a member of
 * staff in person.
 *
 * @param signalId deterministic from the content: 32 lower-case hex digits
 * @param type {@code moderation-action} or {@code contact-attempt}
 * @param action for a moderation action: {@code ban, suspend, mute, warn, remove-post,
 *     reject-entry}
 * @param kind for a contact attempt: {@code friend-request, follow, direct-message, email, call,
 *     in-person}
 * @param account for a contact attempt: {@code personal} or {@code professional}, or null where
 *     that is not known
 * @param author who was acted upon, or who made the attempt
 * @param by staff id of who acted, or null when that is hidden
 * @param staff staff id of who was approached, or null
 * @param source platform, or null
 * @param at when it happened
 * @param receivedAt when ingest-service took it
 * @param note free text from whoever reported it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignalEvent(
        String signalId,
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
