package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Something that happened around the posts: a moderation action, an attempt to reach a member of
 * staff in person, a post passed on to others (boosted, reposted), or somebody who became a member.
 *
 * @param signalId deterministic from the content: 32 lower-case hex digits
 * @param type {@code moderation-action}, {@code contact-attempt}, {@code amplification} or {@code
 *     member-joined}
 * @param action for a moderation action: {@code ban, suspend, mute, warn, remove-post,
 *     reject-entry}
 * @param kind for a contact attempt: {@code friend-request, follow, direct-message, email, call,
 *     in-person}
 * @param account for a contact attempt: {@code personal} or {@code professional}, or null where
 *     that is not known
 * @param author who was acted upon, who made the attempt, who passed the post on, or who joined
 * @param by staff id of who acted, or null when that is hidden
 * @param staff staff id of who was approached, or null
 * @param source platform, or null; an amplification and a join have one
 * @param at when it happened
 * @param receivedAt when ingest-service took it
 * @param note free text from whoever reported it, or null
 * @param externalId for an amplification: the source's id of the post that was passed on
 * @param postId for an amplification: the same post, see {@link PostEvent#postId()}
 * @param inviteHash for a join: by what they came (an invitation, a campaign), 32 lower-case hex
 *     digits that are the same for the same of one source, or null where that is not known
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
        String note,
        String externalId,
        String postId,
        String inviteHash) {}
