package org.upstander.ingest.reading;

import com.fasterxml.jackson.core.JsonPointer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.MappingRules;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.Thread;

/** Reads a post from where its fields were declared to stand. */
public final class Mapping {

    /** Where the fields of a post stand in our own shape, {@code POST /v1/posts}. */
    public static final Map<String, String> OUR_OWN =
            MappingRules.FIELDS.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    field -> field, field -> "/" + field.replace('.', '/')));

    private static final Set<String> NO = Set.of("false", "0", "");

    /** Later than the year 5138 in seconds, so it must be milliseconds. */
    private static final BigDecimal MILLIS_FROM = new BigDecimal("1e11");

    private static final int MILLIS_DIGITS = 3;

    private final Map<String, JsonPointer> pointers;

    /**
     * @param pointers a JSON Pointer for each field, as {@code settings.mapping} of a source names
     *     them
     */
    public Mapping(Map<String, String> pointers) {
        this.pointers =
                pointers.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        field -> JsonPointer.compile(field.getValue())));
    }

    /**
     * @throws Unreadable where the post has no id
     */
    public Draft.OfPost post(Body item, Source source) {
        String id = text(item, "externalId");
        if (id == null || id.isBlank()) {
            throw new Unreadable(
                    item.pointer() + pointers.getOrDefault("externalId", JsonPointer.empty()),
                    "is missing");
        }
        PostDraft post =
                source.post(id)
                        .by(writer(item))
                        .text(text(item, "text"))
                        .html(text(item, "html"))
                        .written(time(item, "createdAt"))
                        .edited(time(item, "editedAt"))
                        .deleted(isSo(item, "deleted"))
                        .at(text(item, "url"))
                        .language(text(item, "language"));
        String thread = text(item, "thread.id");
        if (thread != null) {
            post.in(new Thread(thread, text(item, "thread.title")));
        }
        String parent = text(item, "replyTo.externalId");
        Author answered =
                author(
                        item,
                        "replyTo.author.id",
                        "replyTo.author.handle",
                        "replyTo.author.displayName");
        if (parent != null || answered != null) {
            post.answering(new ReplyTo(parent, answered, null));
        }
        return post.draft();
    }

    private Author writer(Body item) {
        Author author = author(item, "author.id", "author.handle", "author.displayName");
        return author == null
                ? null
                : author.bot(isSo(item, "author.bot")).staff(isSo(item, "author.staff"));
    }

    private Author author(Body item, String idField, String handleField, String shownField) {
        String id = text(item, idField);
        String handle = text(item, handleField);
        return id == null && handle == null ? null : new Author(id, handle, text(item, shownField));
    }

    private String text(Body item, String field) {
        JsonPointer pointer = pointers.get(field);
        return pointer == null ? null : item.find(pointer).value();
    }

    /** True, a number but 0, or any word: some name the time of the deletion, or a role. */
    private boolean isSo(Body item, String field) {
        String value = text(item, field);
        return value != null && !NO.contains(value);
    }

    /** A number counts the seconds or milliseconds since 1970. */
    private String time(Body item, String field) {
        JsonPointer pointer = pointers.get(field);
        if (pointer == null) {
            return null;
        }
        Body found = item.find(pointer);
        return found.isNumber() ? since1970(found) : found.value();
    }

    private static String since1970(Body found) {
        try {
            BigDecimal number = new BigDecimal(found.value());
            BigDecimal millis =
                    number.abs().compareTo(MILLIS_FROM) >= 0
                            ? number
                            : number.movePointRight(MILLIS_DIGITS);
            return Instant.ofEpochMilli(millis.longValue()).toString();
        } catch (NumberFormatException | DateTimeException e) {
            throw new Unreadable(found.pointer(), "is no time");
        }
    }
}
