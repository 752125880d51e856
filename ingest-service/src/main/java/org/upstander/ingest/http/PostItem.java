package org.upstander.ingest.http;

import java.io.IOException;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Thread;

/** A post while it is being read. */
final class PostItem implements Item<Draft.OfPost> {

    private final PostDraft draft = new PostDraft();

    @Override
    public void field(String name, Fields fields) throws IOException {
        switch (name) {
            case "source" -> draft.from(fields.text("/source"));
            case "externalId" -> draft.known(fields.id("/externalId"));
            case "author" -> draft.by(fields.author("/author"));
            case "thread" -> draft.in(thread(fields));
            case "replyTo" -> draft.answering(replyTo(fields));
            case "text" -> draft.text(fields.text("/text"));
            case "html" -> draft.html(fields.text("/html"));
            case "createdAt" -> draft.written(fields.text("/createdAt"));
            case "editedAt" -> draft.edited(fields.text("/editedAt"));
            case "deleted" -> draft.deleted(fields.flag("/deleted"));
            case "url" -> draft.at(fields.text("/url"));
            case "language" -> draft.language(fields.text("/language"));
            case "visibility" -> draft.visibleTo(fields.text("/visibility"));
            case "attributeScores" -> draft.judged(AttributeScores.read(fields));
            default -> fields.skip();
        }
    }

    @Override
    public Draft.OfPost draft() {
        return draft.draft();
    }

    @Override
    public String externalId() {
        return draft.externalId();
    }

    private static Thread thread(Fields fields) throws IOException {
        if (!fields.object("/thread")) {
            return null;
        }
        String id = null;
        String title = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "id" -> id = fields.id("/thread/id");
                case "title" -> title = fields.text("/thread/title");
                default -> fields.skip();
            }
        }
        return new Thread(id, title);
    }

    private static ReplyTo replyTo(Fields fields) throws IOException {
        if (!fields.object("/replyTo")) {
            return null;
        }
        String parent = null;
        Author author = null;
        String text = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "externalId" -> parent = fields.id("/replyTo/externalId");
                case "author" -> author = fields.author("/replyTo/author");
                case "text" -> text = fields.text("/replyTo/text");
                default -> fields.skip();
            }
        }
        return new ReplyTo(parent, author, text);
    }
}
