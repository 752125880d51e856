package org.upstander.scoring.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.stream.Collectors;

/** Bytes to request, within limits, with problems that say where. */
final class ScoreRequestReader {
    static final int BODY_BYTES = 10 * 1024 * 1024;
    private static final int DEPTH = 100;
    private static final int NUMBER_DIGITS = 100;
    private static final int STRING_CHARS = 1024 * 1024;

    private static final ObjectReader JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH)
                                                    .maxNumberLength(NUMBER_DIGITS)
                                                    .maxStringLength(STRING_CHARS)
                                                    .build())
                                    .build())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(ScoreRequest.class);

    private ScoreRequestReader() {}

    static ScoreRequest read(InputStream body) {
        String text = utf8(bounded(body));
        try {
            ScoreRequest request = JSON.readValue(text);
            if (request == null) {
                throw Problems.unreadable("", "is missing: send {\"posts\":[…]}");
            }
            return request;
        } catch (JsonProcessingException e) {
            throw explained(e);
        }
    }

    /** Jackson wraps what it met inside a post into a mapping failure, which knows the place. */
    private static HttpProblem explained(JsonProcessingException e) {
        Throwable met = e.getCause() instanceof JsonProcessingException inner ? inner : e;
        if (met instanceof StreamConstraintsException) {
            return Problems.unreadable(
                    path(e),
                    "passes a limit on JSON: nesting %d, digits of a number %d, characters of a string %d"
                            .formatted(DEPTH, NUMBER_DIGITS, STRING_CHARS));
        }
        if (met instanceof JsonMappingException) {
            return Problems.unreadable(path(e), "is of another kind than it should be");
        }
        JsonLocation at = ((JsonProcessingException) met).getLocation();
        return Problems.unreadable(
                path(e),
                "is not JSON, or a key stands there twice, at line %d column %d"
                        .formatted(
                                at == null ? 0 : at.getLineNr(),
                                at == null ? 0 : at.getColumnNr()));
    }

    private static byte[] bounded(InputStream body) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(BODY_BYTES + 1);
            if (bytes.length > BODY_BYTES) {
                throw Problems.tooLarge(BODY_BYTES);
            }
            if (bytes.length == 0) {
                throw Problems.unreadable("", "is missing: send {\"posts\":[…]}");
            }
            return bytes;
        } catch (IOException e) {
            throw Problems.unreadable("", "ended early: send it again");
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problems.unreadable("", "is not UTF-8: encode it as UTF-8");
        }
    }

    /** {@code posts[3].author.id}; the names in it are ours, not the caller's. */
    private static String path(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(
                        r ->
                                r.getFieldName() == null
                                        ? "[" + r.getIndex() + "]"
                                        : "." + r.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
