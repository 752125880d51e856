package org.upstander.scoring.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One revision of a post, as far as scoring needs it.
 *
 * @param postId deterministic from (source, externalId), or null on the synchronous door
 * @param revision deterministic from what is judged, or null on the synchronous door
 * @param source the platform's name; handles of the same platform are preferred
 * @param externalId the source's id of the post
 * @param author who wrote it
 * @param thread where it stands, or null
 * @param replyTo what it answers, or null
 * @param text plain text as given; never null; hostile
 * @param deleted whether the source says that it is gone: nobody is meant by it any more
 * @param postedAt when this revision was written, or null
 * @param url permalink, or null
 * @param language BCP 47 hint from the source, or null
 * @param importedScores what another classifier said of the text: probabilities, 0 to 1, by the
 *     attribute's name as Perspective writes it; mostly empty
 * @param quotes passages of the text that are another's words, which ingest-service had seen;
 *     mostly empty
 */
public record Post(
        String postId,
        String revision,
        String source,
        String externalId,
        Author author,
        Thread thread,
        ReplyTo replyTo,
        String text,
        boolean deleted,
        Instant postedAt,
        String url,
        String language,
        SortedMap<String, Double> importedScores,
        List<Span> quotes) {

    public Post {
        text = text == null ? "" : text;
        importedScores =
                importedScores.isEmpty()
                        ? Collections.emptySortedMap()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(importedScores));
        quotes = List.copyOf(quotes);
    }

    /** A post that no other classifier has seen, and that quotes nobody. */
    public Post(
            String postId,
            String revision,
            String source,
            String externalId,
            Author author,
            Thread thread,
            ReplyTo replyTo,
            String text,
            boolean deleted,
            Instant postedAt,
            String url,
            String language) {
        this(
                postId,
                revision,
                source,
                externalId,
                author,
                thread,
                replyTo,
                text,
                deleted,
                postedAt,
                url,
                language,
                Collections.emptySortedMap(),
                List.of());
    }

    /**
     * Who wrote something; each part may be null.
     *
     * @param id the source's own id
     * @param handle without {@code @}
     * @param displayName as shown
     * @param bot whether the source says that it is a program, or null
     * @param staff whether the source says that it helps to run the place, or null. Neither is
     *     looked at by any judgement: they travel on
     */
    public record Author(String id, String handle, String displayName, Boolean bot, Boolean staff) {

        /** Somebody of whom nothing else is said. */
        public Author(String id, String handle, String displayName) {
            this(id, handle, displayName, null, null);
        }
    }

    /**
     * @param id the source's id of the thread
     * @param title as shown, or null
     */
    public record Thread(String id, String title) {}

    /**
     * @param externalId the source's id of the parent post, or null
     * @param author who wrote the parent, or null where the source does not say
     * @param text the beginning of the parent's text, or null
     */
    public record ReplyTo(String externalId, Author author, String text) {}
}
