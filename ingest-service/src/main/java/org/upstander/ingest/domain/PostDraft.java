package org.upstander.ingest.domain;

import java.util.List;

/** A post as handed in, while its fields are found; what is never said stays null. */
public final class PostDraft {

    private String source;
    private String externalId;
    private Author author;
    private Thread thread;
    private ReplyTo replyTo;
    private String text;
    private String html;
    private String createdAt;
    private String editedAt;
    private boolean deleted;
    private String url;
    private String language;
    private String visibility;
    private List<AttributeScore> attributeScores = List.of();

    public PostDraft from(String platform) {
        source = platform;
        return this;
    }

    public PostDraft known(String id) {
        externalId = id;
        return this;
    }

    /** The platform's id, as far as it was found; or null. */
    public String externalId() {
        return externalId;
    }

    public PostDraft by(Author who) {
        author = who;
        return this;
    }

    public PostDraft in(Thread place) {
        thread = place;
        return this;
    }

    /**
     * @param id null where it stands in no thread
     * @param title or null
     */
    public PostDraft in(String id, String title) {
        return in(id == null ? null : new Thread(id, title));
    }

    public PostDraft answering(ReplyTo parent) {
        replyTo = parent;
        return this;
    }

    /**
     * @param parent id of what it answers, or null
     * @param who wrote that, or null
     */
    public PostDraft answering(String parent, Author who) {
        return answering(parent == null && who == null ? null : new ReplyTo(parent, who, null));
    }

    public PostDraft text(String plain) {
        text = plain;
        return this;
    }

    public PostDraft html(String marked) {
        html = marked;
        return this;
    }

    public PostDraft written(String when) {
        createdAt = when;
        return this;
    }

    public PostDraft edited(String when) {
        editedAt = when;
        return this;
    }

    public PostDraft deleted(boolean gone) {
        deleted = gone;
        return this;
    }

    public PostDraft at(String address) {
        url = address;
        return this;
    }

    public PostDraft language(String tag) {
        language = tag;
        return this;
    }

    public PostDraft visibleTo(String whom) {
        visibility = whom;
        return this;
    }

    public PostDraft judged(List<AttributeScore> scores) {
        attributeScores = scores;
        return this;
    }

    /** A deletion has no text, whatever the platform still sends of it. */
    public Draft.OfPost draft() {
        return new Draft.OfPost(
                source,
                externalId,
                author,
                thread,
                replyTo,
                deleted ? null : text,
                deleted ? null : html,
                createdAt,
                editedAt,
                deleted,
                url,
                language,
                visibility,
                attributeScores);
    }
}
