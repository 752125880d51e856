package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A post as first seen, edited or deleted. Texts are hostile, but well-formed: no lone surrogate
 * and no U+0000 (ingest-service puts U+FFFD in their place, so offsets stay).
 *
 * @param postId deterministic from (source, externalId): 32 lower-case hex digits
 * @param revision deterministic from what is judged (text, html, author, thread, reply, deleted):
 *     16 lower-case hex digits; the same content again is the same revision
 * @param source the platform's name, {@code forum}
 * @param externalId the source's id of the post
 * @param author who wrote it; null only for a deletion whose source does not say
 * @param thread where it stands, or null
 * @param replyTo what it answers, or null
 * @param text plain text, at most 64 KiB of UTF-8; empty for a deletion
 * @param html the same as the source marked it up, at most 64 KiB of UTF-8, or null
 * @param truncated whether {@code text} was cut to the limit
 * @param createdAt when it was written, by the source's clock, else when it was received
 * @param editedAt when this revision was written, or null for the first
 * @param receivedAt when ingest-service took it
 * @param deleted whether the source says that it is gone
 * @param url permalink, {@code http} or {@code https}, or null
 * @param language BCP 47 hint from the source, or null
 * @param visibility {@code public}, {@code members} or {@code private-consented}
 * @param attributeScores what another classifier said of the text, at most 20; or null. Not part of
 *     the revision, because nothing is judged by it
 * @param quotes passages of {@code text} that are another's words, in order, apart from each other,
 *     at most 20; or null. Only what was seen before, so that nobody hides an attack in a quote of
 *     nobody. Not part of the revision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostEvent(
        String postId,
        String revision,
        String source,
        String externalId,
        Author author,
        Thread thread,
        ReplyTo replyTo,
        String text,
        String html,
        boolean truncated,
        Instant createdAt,
        Instant editedAt,
        Instant receivedAt,
        boolean deleted,
        String url,
        String language,
        String visibility,
        List<AttributeScore> attributeScores,
        List<Quote> quotes) {

    /**
     * @param id the source's id of the thread
     * @param title as shown, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Thread(String id, String title) {}

    /**
     * @param externalId the source's id of the parent post, or null
     * @param author who wrote the parent, or null where the source does not say
     * @param text the beginning of the parent's plain text, at most 1,000 characters, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReplyTo(String externalId, Author author, String text) {}

    /**
     * @param start UTF-16 code unit of {@code text}, from 0
     * @param end the one behind the last; more than {@code start}
     * @param postId the post in which it was seen
     */
    public record Quote(int start, int end, String postId) {}

    /**
     * One score as Perspective names and gives it.
     *
     * @param name {@code TOXICITY}: 1 to 64 capitals, digits and underscores
     * @param score probability, 0 to 1
     */
    public record AttributeScore(String name, double score) {}
}
