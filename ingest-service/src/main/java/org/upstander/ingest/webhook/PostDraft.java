package org.upstander.ingest.webhook;

import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Thread;

/** A post while its fields are found; what is never said stays null. */
public final class PostDraft {

    private final String source;
    private final String externalId;
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
    private String visibility = "public";

    /**
     * @param source platform
     * @param externalId the platform's id
     */
    public PostDraft(Source source, String externalId) {
        this.source = source.platform();
        this.externalId = externalId;
    }

    public PostDraft by(Author who) {
        author = who;
        return this;
    }

    public PostDraft in(String id, String title) {
        thread = id == null ? null : new Thread(id, title);
        return this;
    }

    /**
     * @param parent id of what it answers, or null
     * @param who wrote that, or null
     */
    public PostDraft answering(String parent, Author who) {
        replyTo = parent == null && who == null ? null : new ReplyTo(parent, who, null);
        return this;
    }

    public PostDraft text(String plain) {
        text = plain;
        return this;
    }

    public PostDraft html(String marked) {
        html = marked;
        return this;
    }

    public PostDraft written(String when, String edited) {
        createdAt = when;
        editedAt = edited;
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
                visibility);
    }
}
