package org.upstander.ingest.domain;

import java.util.List;

/** What a caller handed in: well-formed JSON, nothing checked yet; every field may be null. */
public sealed interface Draft {

    /**
     * A post as handed in.
     *
     * @param createdAt RFC 3339, as the source wrote it
     * @param editedAt RFC 3339, as the source wrote it
     * @param attributeScores of another classifier; empty where there are none
     */
    record OfPost(
            String source,
            String externalId,
            Author author,
            Thread thread,
            ReplyTo replyTo,
            String text,
            String html,
            String createdAt,
            String editedAt,
            boolean deleted,
            String url,
            String language,
            String visibility,
            List<AttributeScore> attributeScores)
            implements Draft {

        public OfPost {
            attributeScores = List.copyOf(attributeScores);
        }

        /** A post that no other classifier has seen. */
        public OfPost(
                String source,
                String externalId,
                Author author,
                Thread thread,
                ReplyTo replyTo,
                String text,
                String html,
                String createdAt,
                String editedAt,
                boolean deleted,
                String url,
                String language,
                String visibility) {
            this(
                    source,
                    externalId,
                    author,
                    thread,
                    replyTo,
                    text,
                    html,
                    createdAt,
                    editedAt,
                    deleted,
                    url,
                    language,
                    visibility,
                    List.of());
        }

        /** The same with another text. */
        public OfPost withText(String other) {
            return new OfPost(
                    source,
                    externalId,
                    author,
                    thread,
                    replyTo,
                    other,
                    html,
                    createdAt,
                    editedAt,
                    deleted,
                    url,
                    language,
                    visibility,
                    attributeScores);
        }
    }

    /**
     * A signal as handed in.
     *
     * @param at RFC 3339, as the source wrote it
     * @param externalId the source's id of the post that was passed on
     * @param invite the source's name of what somebody who joined came by
     * @param reference what its source knows it by, the same whenever it comes; null where it is
     *     known by its content
     */
    record OfSignal(
            String type,
            String action,
            String kind,
            String account,
            Author author,
            String by,
            String staff,
            String source,
            String at,
            String note,
            String externalId,
            String invite,
            String reference)
            implements Draft {

        /** Whether it says that a post was passed on. */
        public boolean isAmplification() {
            return SignalRules.AMPLIFICATION.equals(type);
        }

        /** Whether it says that somebody became a member. */
        public boolean isJoin() {
            return SignalRules.JOIN.equals(type);
        }
    }
}
