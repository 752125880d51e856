package org.upstander.scoring.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.upstander.contracts.EventTypes;
import org.upstander.scoring.application.RefusalReason;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;

/**
 * Reads what scoring needs of a {@link org.upstander.contracts.v1.PostEvent}, token by token:
 * binding to the record's class would cost twice the time. Thread-safe.
 */
final class PostReader {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(100)
                                    .maxNumberLength(100)
                                    .maxStringLength(1024 * 1024)
                                    .build())
                    .build();

    Post read(ConsumerRecord<byte[], byte[]> event) throws Refusal {
        if (event.value() == null) {
            throw new Refusal(RefusalReason.UNREADABLE, PostReader.class, "no value");
        }
        if (!EventHeaders.is(event, EventTypes.POST)) {
            throw new Refusal(RefusalReason.UNKNOWN_TYPE, PostReader.class, "not a post of v1");
        }
        try (JsonParser json = JSON.createParser(event.value())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Refusal(RefusalReason.UNREADABLE, PostReader.class, "not an object");
            }
            Fields fields = new Fields();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                fields.take(json);
            }
            if (json.nextToken() != null) {
                throw new Refusal(
                        RefusalReason.UNREADABLE, PostReader.class, "more than one value");
            }
            return fields.toPost();
        } catch (IOException e) {
            // Its message may quote the record: only the class goes on.
            throw new Refusal(RefusalReason.UNREADABLE, e.getClass(), "not readable JSON");
        }
    }

    /** What was read so far. */
    private static final class Fields {
        private String postId;
        private String revision;
        private String source;
        private String externalId;
        private Post.Author author;
        private Post.Thread thread;
        private Post.ReplyTo replyTo;
        private String text;
        private String createdAt;
        private String editedAt;
        private boolean deleted;
        private String url;
        private String language;
        private SortedMap<String, Double> importedScores = Collections.emptySortedMap();
        private List<Span> quotes = List.of();

        void take(JsonParser json) throws IOException, Refusal {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "postId" -> postId = string(json, value);
                case "revision" -> revision = string(json, value);
                case "source" -> source = string(json, value);
                case "externalId" -> externalId = string(json, value);
                case "author" -> author = Authors.read(json, value);
                case "thread" -> thread = thread(json, value);
                case "replyTo" -> replyTo = replyTo(json, value);
                case "text" -> text = string(json, value);
                case "createdAt" -> createdAt = string(json, value);
                case "editedAt" -> editedAt = string(json, value);
                case "deleted" -> deleted = bool(value);
                case "url" -> url = string(json, value);
                case "language" -> language = string(json, value);
                case "attributeScores" -> importedScores = ImportedScores.read(json, value);
                case "quotes" -> quotes = Quotes.read(json, value);
                default -> json.skipChildren();
            }
        }

        Post toPost() throws Refusal {
            if (text == null) {
                throw Refusal.invalid("text is missing");
            }
            if (author == null && !deleted) {
                throw Refusal.invalid("author is missing");
            }
            Instant created = instant("createdAt", createdAt);
            return new Post(
                    PostRules.postId(postId),
                    PostRules.revision(revision),
                    PostRules.required("source", source, 64),
                    PostRules.required("externalId", externalId, 512),
                    author,
                    thread,
                    replyTo,
                    PostRules.text(text),
                    deleted,
                    editedAt == null ? created : instant("editedAt", editedAt),
                    PostRules.url(url),
                    PostRules.optional("language", language, 35),
                    importedScores,
                    Quotes.within(text, quotes));
        }

        private static Instant instant(String field, String value) throws Refusal {
            if (value == null) {
                throw Refusal.invalid(field + " is missing");
            }
            try {
                return Instants.parse(value);
            } catch (DateTimeException e) {
                throw new Refusal(RefusalReason.INVALID, e.getClass(), field + " is no instant");
            }
        }
    }

    private static Post.Thread thread(JsonParser json, JsonToken value)
            throws IOException, Refusal {
        if (!isObject(value)) {
            return null;
        }
        String id = null;
        String title = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            switch (name) {
                case "id" -> id = string(json, token);
                case "title" -> title = string(json, token);
                default -> json.skipChildren();
            }
        }
        return new Post.Thread(
                PostRules.required("thread.id", id, 512),
                PostRules.shown("thread.title", title, 1024));
    }

    private static Post.ReplyTo replyTo(JsonParser json, JsonToken value)
            throws IOException, Refusal {
        if (!isObject(value)) {
            return null;
        }
        String externalId = null;
        Post.Author author = null;
        String text = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            switch (name) {
                case "externalId" -> externalId = string(json, token);
                case "author" -> author = Authors.read(json, token);
                case "text" -> text = string(json, token);
                default -> json.skipChildren();
            }
        }
        return new Post.ReplyTo(externalId, author, PostRules.shown("replyTo.text", text, 1000));
    }

    static String string(JsonParser json, JsonToken value) throws IOException, Refusal {
        if (value == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        throw wrongShape();
    }

    private static boolean bool(JsonToken value) throws Refusal {
        if (value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE) {
            return value == JsonToken.VALUE_TRUE;
        }
        throw wrongShape();
    }

    static boolean isObject(JsonToken value) throws Refusal {
        if (value == JsonToken.START_OBJECT || value == JsonToken.VALUE_NULL) {
            return value == JsonToken.START_OBJECT;
        }
        throw wrongShape();
    }

    private static Refusal wrongShape() {
        return new Refusal(
                RefusalReason.UNREADABLE, PostReader.class, "a field is of another kind");
    }
}
