package org.upstander.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.stream.Collectors;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;

/**
 * Bodies of administration, both ways. Read strictly: a misspelt field is a problem, not a silent
 * loss. Problems say where, never what.
 */
final class JsonBody {

    private static final int DEPTH = 20;
    private static final int CHARACTERS = 10_000;
    private static final JsonMapper JSON = mapper();

    private JsonBody() {}

    /**
     * @throws BadRequest where it is no JSON of this type
     */
    static <T> T read(byte[] body, Class<T> type) {
        try {
            T value = body.length == 0 ? null : JSON.readValue(body, type);
            if (value == null) {
                throw wrong("", "The body is empty: send a JSON object.");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw wrong(pointer(e), pointer(e) + " is not known; known are " + known(e) + ".");
        } catch (JsonMappingException e) {
            throw wrong(pointer(e), pointer(e) + " is of another type than it must be.");
        } catch (JsonProcessingException e) {
            throw wrong("", "The body is no JSON, or names a field twice.");
        } catch (IOException e) {
            throw wrong("", "The body is no JSON in UTF-8.");
        }
    }

    static Buffer write(Object value) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records can be written", e);
        }
    }

    private static BadRequest wrong(String pointer, String detail) {
        return BadRequest.invalid(Violation.of(pointer, RejectReason.MALFORMED, detail));
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "" + step.getIndex() : safe(step))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String safe(JsonMappingException.Reference step) {
        String name = step.getFieldName().replaceAll("[^A-Za-z0-9_.-]", "?");
        return name.length() > 64 ? name.substring(0, 64) : name;
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static JsonMapper mapper() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH)
                                .maxStringLength(CHARACTERS)
                                .build());
        return mapper;
    }
}
