package org.upstander.ingest.domain;

import java.time.Instant;
import java.util.List;

/**
 * A post that was admitted; every field keeps the limits of {@link Limits}.
 *
 * @param id from source and external id
 * @param revision from what is judged
 * @param source the platform's name
 * @param externalId the source's id of the post
 * @param author who wrote it; null only for a deletion
 * @param thread where it stands, or null
 * @param replyTo what it answers, or null
 * @param text plain text, empty for a deletion
 * @param html the same as the source marked it up, or null
 * @param truncated whether the text was cut to the limit
 * @param createdAt when it was written, by the source's clock, else when it was received
 * @param editedAt when this revision was written, or null
 * @param receivedAt when we took it
 * @param deleted whether the source says that it is gone
 * @param url permalink, or null
 * @param language BCP 47 hint, or null
 * @param visibility one of {@link Limits#VISIBILITIES}
 * @param attributeScores of another classifier, at most {@link Limits#ATTRIBUTE_SCORES}; mostly
 *     empty
 * @param quotes what another said in it, in order and apart from each other; mostly empty
 * @param original as it was received, or null where that is not kept
 */
public record Post(
        PostId id,
        Revision revision,
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
        List<Quote> quotes,
        Original original) {

    public Post {
        attributeScores = List.copyOf(attributeScores);
        quotes = List.copyOf(quotes);
    }

    /** The same, with what others know of it; that is no part of the revision. */
    public Post with(ReplyTo answered, List<Quote> quoted) {
        return answered == replyTo && quoted.isEmpty()
                ? this
                : new Post(
                        id,
                        revision,
                        source,
                        externalId,
                        author,
                        thread,
                        answered,
                        text,
                        html,
                        truncated,
                        createdAt,
                        editedAt,
                        receivedAt,
                        deleted,
                        url,
                        language,
                        visibility,
                        attributeScores,
                        quoted,
                        original);
    }

    /** The same, with the bytes in which it came; that is no part of the revision either. */
    public Post with(Original received) {
        return new Post(
                id,
                revision,
                source,
                externalId,
                author,
                thread,
                replyTo,
                text,
                html,
                truncated,
                createdAt,
                editedAt,
                receivedAt,
                deleted,
                url,
                language,
                visibility,
                attributeScores,
                quotes,
                received);
    }
}
