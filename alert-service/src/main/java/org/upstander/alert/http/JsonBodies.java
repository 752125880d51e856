package org.upstander.alert.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads request bodies strictly: a misspelt field is a problem, not a silent loss. The problems say
 * where, never what.
 */
final class JsonBodies {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_STRING = 1_000_000;
    private static final int MAX_NUMBER = 100;

    private static final ObjectMapper JSON = mapper();

    private JsonBodies() {}

    static <T> T read(byte[] body, Class<T> type) {
        return read(body, JSON.constructType(type));
    }

    static <T> List<T> readList(byte[] body, Class<T> itemType) {
        return read(body, JSON.getTypeFactory().constructCollectionType(List.class, itemType));
    }

    /** As {@link #read}, where the body may be left out. */
    static <T> T readOptional(byte[] body, Class<T> type, T otherwise) {
        return body == null || body.length == 0 ? otherwise : read(body, type);
    }

    private static <T> T read(byte[] body, com.fasterxml.jackson.databind.JavaType type) {
        if (body == null || body.length == 0) {
            throw Problems.refused("", "a JSON body is required");
        }
        try {
            T value = JSON.readValue(body, type);
            if (value == null) {
                throw Problems.refused("", "must not be null");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw Problems.refused(pointer(e), "is not a known field; known are " + known(e));
        } catch (MismatchedInputException e) {
            throw Problems.refused(pointer(e), "must be " + expected(e));
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw Problems.refused("", "must be JSON in UTF-8");
        }
    }

    private static HttpProblem notJson(JsonProcessingException e) {
        String where =
                e.getLocation() == null
                        ? ""
                        : " (line %d, column %d)"
                                .formatted(
                                        e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        return Problems.refused(
                "",
                "must be JSON in UTF-8, nested at most %d deep, without a field given twice%s"
                        .formatted(MAX_DEPTH, where));
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                "/"
                                        + (step.getFieldName() == null
                                                ? Integer.toString(step.getIndex())
                                                : cut(step.getFieldName())))
                .collect(Collectors.joining());
    }

    private static String cut(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return safe.length() > 64 ? safe.substring(0, 64) : safe;
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String expected(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return "of another type";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Double.class) {
            return "a number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        if (List.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type == java.time.Instant.class
                ? "a time such as 2027-01-31T00:00:00Z"
                : "an object";
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper =
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(JsonParser.Feature.ALLOW_COMMENTS)
                        .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxStringLength(MAX_STRING)
                                .maxNumberLength(MAX_NUMBER)
                                .build());
        return mapper;
    }
}
