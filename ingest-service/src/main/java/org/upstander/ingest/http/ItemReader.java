package org.upstander.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;

/**
 * Reads the bytes of items. Syntax only; what a value may be is decided in the domain.
 *
 * @param <D> what it reads
 */
final class ItemReader<D extends Draft> {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(HttpLimits.JSON_DEPTH)
                                    .maxNumberLength(HttpLimits.JSON_NUMBER_DIGITS)
                                    .maxStringLength(HttpLimits.JSON_STRING_CHARACTERS)
                                    .maxNameLength(HttpLimits.JSON_NAME_CHARACTERS)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // UTF-8 is promised; guessing UTF-16 would let NULs through.
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    // Names come from outside: they must not pile up in the JVM's string table.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build();

    private final Supplier<Item<D>> items;

    /**
     * @param items makes an empty one
     */
    ItemReader(Supplier<Item<D>> items) {
        this.items = items;
    }

    /** Reads items in order. */
    List<Handed<D>> readAll(List<Slice> slices) {
        List<Handed<D>> handed = new ArrayList<>(slices.size());
        for (Slice slice : slices) {
            handed.add(read(slice));
        }
        return handed;
    }

    private Handed<D> read(Slice slice) {
        if (slice == Slice.TOO_LONG) {
            return unreadable(null, JsonFaults.LINE_TOO_LONG);
        }
        if (!Utf8.valid(slice.data(), slice.from(), slice.to())) {
            return unreadable(null, JsonFaults.NOT_UTF8);
        }
        try (JsonParser json = JSON.createParser(slice.data(), slice.from(), slice.length())) {
            return read(json, items.get(), slice);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private Handed<D> read(JsonParser json, Item<D> item, Slice slice) throws IOException {
        try {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return unreadable(null, JsonFaults.NO_OBJECT);
            }
            Fields fields = new Fields(json);
            for (String name = fields.next(); name != null; name = fields.next()) {
                item.field(name, fields);
            }
            if (json.nextToken() != null) {
                return unreadable(item.externalId(), JsonFaults.MORE_THAN_ONE);
            }
            return fields.wrong().isEmpty()
                    ? new Handed.Readable<>(item.draft(), slice.original())
                    : new Handed.Unreadable<>(item.externalId(), fields.wrong());
        } catch (StreamConstraintsException e) {
            return unreadable(item.externalId(), JsonFaults.limit(json, e));
        } catch (JsonProcessingException e) {
            return unreadable(item.externalId(), JsonFaults.syntax(json, e));
        }
    }

    private static <D extends Draft> Handed<D> unreadable(String externalId, Violation why) {
        return new Handed.Unreadable<>(externalId, List.of(why));
    }

    /** What a JSON parser can object to, in words that help and never quote the item. */
    private static final class JsonFaults {

        private static final Violation LINE_TOO_LONG =
                Violation.over(
                        "",
                        HttpLimits.LINE_BYTES,
                        "The line is longer than 1 MiB (1048576 bytes): shorten the item.");
        private static final Violation NOT_UTF8 =
                Violation.of(
                        "",
                        RejectReason.ENCODING,
                        "The item is no valid UTF-8: encode it as UTF-8.");
        private static final Violation NO_OBJECT =
                Violation.of(
                        "",
                        RejectReason.MALFORMED,
                        "The item is no JSON object: send an object with the item's fields.");
        private static final Violation MORE_THAN_ONE =
                Violation.of(
                        "",
                        RejectReason.MALFORMED,
                        "Something follows the object: send one JSON object an item (a line).");

        private static final int MAX_POINTER = 200;

        private JsonFaults() {}

        /** Jackson has one exception for all limits; which it was, its message alone tells. */
        static Violation limit(JsonParser json, StreamConstraintsException e) {
            String message = e.getOriginalMessage();
            if (message.contains("nesting depth")) {
                return over("", HttpLimits.JSON_DEPTH, "nested deeper than 100: flatten it.");
            }
            if (message.startsWith("Number")) {
                return over(
                        pointer(json),
                        HttpLimits.JSON_NUMBER_DIGITS,
                        "a number of more than 100 digits: send it as a string, or not at all.");
            }
            if (message.startsWith("Name")) {
                return over(
                        "",
                        HttpLimits.JSON_NAME_CHARACTERS,
                        "a field name of more than 1000 characters: leave the field out.");
            }
            return over(
                    pointer(json),
                    HttpLimits.JSON_STRING_CHARACTERS,
                    "a string of more than 1000000 characters: shorten it.");
        }

        static Violation syntax(JsonParser json, JsonProcessingException e) {
            if (e.getOriginalMessage().startsWith("Duplicate")) {
                String pointer = pointer(json);
                return Violation.of(
                        pointer,
                        RejectReason.MALFORMED,
                        pointer + " stands there twice: keep one of the two.");
            }
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return Violation.of(
                    "",
                    RejectReason.MALFORMED,
                    "The item is no valid JSON near column " + column + " of it: correct it.");
        }

        private static Violation over(String pointer, int limit, String detail) {
            String where = pointer.isEmpty() ? "The item is or holds " : pointer + " is or holds ";
            return Violation.over(pointer, limit, where + detail);
        }

        private static String pointer(JsonParser json) {
            String pointer = json.getParsingContext().pathAsPointer().toString();
            return pointer.length() > MAX_POINTER ? "" : pointer;
        }
    }
}
