package org.upstander.alert.http.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;

/** What all calls of other systems have in common. */
final class Calls {

    /** Longer than any of these systems sends. */
    static final int MAX_BODY = 256 * 1024;

    private static final int MAX_WHO = 60;
    private static final int MAX_DEPTH = 50;
    private static final ObjectMapper JSON = mapper();

    private Calls() {}

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder().build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
        return mapper;
    }

    /** Refuses what is too long to be looked at. */
    static byte[] limited(byte[] body) {
        if (body == null) {
            return new byte[0];
        }
        if (body.length > MAX_BODY) {
            throw problem(
                    Status.REQUEST_ENTITY_TOO_LARGE,
                    "Body too large",
                    "The body may have %d bytes at most.".formatted(MAX_BODY));
        }
        return body;
    }

    /** Does not say what is wrong: that would help only whoever guesses. */
    static void require(boolean proven) {
        if (!proven) {
            throw problem(
                    Status.UNAUTHORIZED,
                    "Unauthorized",
                    "The call is not proven to come from where it claims. Check the secret on both sides, and the clock.");
        }
    }

    /** Only called on what is proven: the other side's own mistake is said openly. */
    static JsonNode json(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            throw problem(
                    Status.BAD_REQUEST, "Body not understood", "The body must be JSON in UTF-8.");
        } catch (IOException e) {
            throw problem(Status.BAD_REQUEST, "Body not understood", "The body must be JSON.");
        }
    }

    /** A name from outside as it may stand on a timeline: one short line. */
    static String who(String channel, String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N} ._@+-]", "").strip();
        int end =
                clean.offsetByCodePoints(
                        0, Math.min(MAX_WHO, clean.codePointCount(0, clean.length())));
        return channel + ":" + (clean.isEmpty() ? "somebody" : clean.substring(0, end));
    }

    private static HttpProblem problem(Status status, String title, String detail) {
        return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail).build();
    }
}
