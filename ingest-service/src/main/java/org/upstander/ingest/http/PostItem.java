package org.upstander.ingest.http;

import java.io.IOException;
import java.util.List;
import org.upstander.ingest.domain.AttributeScore;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Thread;

/** A post while it is being read. */
final class PostItem implements Item<Draft.OfPost> {

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

    @Override
    public void field(String name, Fields fields) throws IOException {
        switch (name) {
            case "source" -> source = fields.text("/source");
            case "externalId" -> externalId = fields.id("/externalId");
            case "author" -> author = fields.author("/author");
            case "thread" -> thread = thread(fields);
            case "replyTo" -> replyTo = replyTo(fields);
            case "text" -> text = fields.text("/text");
            case "html" -> html = fields.text("/html");
            case "createdAt" -> createdAt = fields.text("/createdAt");
            case "editedAt" -> editedAt = fields.text("/editedAt");
            case "deleted" -> deleted = fields.flag("/deleted");
            case "url" -> url = fields.text("/url");
            case "language" -> language = fields.text("/language");
            case "visibility" -> visibility = fields.text("/visibility");
            case "attributeScores" -> attributeScores = AttributeScores.read(fields);
            default -> fields.skip();
        }
    }

    @Override
    public Draft.OfPost draft() {
        return new Draft.OfPost(
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
                attributeScores);
    }

    @Override
    public String externalId() {
        return externalId;
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
