package org.upstander.ingest.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Original;

/**
 * JSON of a delivery, or an item of a file. Missing and null are the same: platforms leave out, or
 * send null, as they like.
 */
public final class Body {

    private static final char REPLACEMENT = '\ufffd';
    private static final int DEPTH = 100;
    private static final int CHARACTERS = 1_000_000;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH)
                                                    .maxStringLength(CHARACTERS)
                                                    .maxNumberLength(DEPTH)
                                                    .build())
                                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final JsonNode node;
    private final String pointer;

    private Body(JsonNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    /**
     * @throws Unreadable unless the bytes are one JSON object in UTF-8
     */
    public static Body of(byte[] bytes) {
        Body body = any(bytes);
        if (!body.node.isObject()) {
            throw new Unreadable("", "send one JSON object");
        }
        return body;
    }

    /** Fields that are no JSON; blank ones are missing. */
    public static Body of(Map<String, String> fields) {
        ObjectNode node = JSON.createObjectNode();
        fields.forEach(
                (name, value) -> {
                    if (!value.isBlank()) {
                        node.put(name, value);
                    }
                });
        return new Body(node, "");
    }

    /**
     * @throws Unreadable unless the bytes are one JSON object or array in UTF-8
     */
    public static Body any(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(text(bytes));
            if (node == null || !node.isContainerNode()) {
                throw new Unreadable("", "send a JSON object");
            }
            return new Body(node, "");
        } catch (CharacterCodingException e) {
            throw new Unreadable("", "send UTF-8");
        } catch (IOException e) {
            throw new Unreadable("", "send valid JSON");
        }
    }

    /** What is not UTF-8 would become a replacement character: who has one is read strictly. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0
                ? text
                : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** An object in it; one without fields where there is none. */
    public Body at(String name) {
        return new Body(node.path(name), pointer + "/" + name);
    }

    /** What a JSON Pointer (RFC 6901) finds in it. */
    public Body find(String jsonPointer) {
        return new Body(node.at(jsonPointer), pointer + jsonPointer);
    }

    /** The same, for one that is looked for again and again. */
    Body find(JsonPointer place) {
        return new Body(node.at(place), pointer + place);
    }

    /** Itself as a string, or a number as one; null for anything else. */
    public String value() {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return node.isNumber();
    }

    /** As evidence: written anew, since its bytes are not known any more. */
    public Original original() {
        return Original.restated(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where it stands in the delivery, as a JSON Pointer. */
    public String pointer() {
        return pointer;
    }

    /** An element of an array. */
    public Body at(int index) {
        return new Body(node.path(index), pointer + "/" + index);
    }

    /** How many elements it has, 0 where it is no array. */
    public int size() {
        return node.isArray() ? node.size() : 0;
    }

    /**
     * Its elements.
     *
     * @throws Unreadable where it is no array
     */
    public List<Body> elements() {
        if (!node.isArray()) {
            throw new Unreadable(pointer, "must be an array");
        }
        List<Body> elements = new ArrayList<>();
        for (int index = 0; index < node.size(); index++) {
            elements.add(at(index));
        }
        return elements;
    }

    /** Whether it stands there. */
    public boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** A string, or a number as a string; null where there is none. */
    public String text(String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /**
     * @throws Unreadable where there is none
     */
    public String needed(String name) {
        String value = text(name);
        if (value == null || value.isEmpty()) {
            throw new Unreadable(pointer + "/" + name, "is missing");
        }
        return value;
    }

    /** The strings of an array; none where there is none. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(one -> texts.add(one.asText()));
        return texts;
    }

    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    /** The number, 0 where there is none. */
    public int number(String name) {
        return node.path(name).asInt(0);
    }

    /** A time as the platform wrote it, or when the delivery came. */
    public String timeOr(String name, Instant otherwise) {
        String value = text(name);
        return value == null ? otherwise.toString() : value;
    }
}
