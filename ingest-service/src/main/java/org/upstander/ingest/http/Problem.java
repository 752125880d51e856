package org.upstander.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;

/** Answers that are problems (RFC 9457). Each says which field, which limit, and what to do. */
final class Problem {

    /** Type of an item's problem, in a result or as the answer to a single item. */
    static final String INVALID_ITEM = "urn:upstander:problem:invalid-item";

    private static final String TYPE = "urn:upstander:problem:";
    private static final CharSequence PROBLEM_JSON =
            HttpHeaders.createOptimized("application/problem+json");
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final JsonFactory JSON = new JsonFactory();

    private Problem() {}

    /** The request as a whole. */
    static Answer of(BadRequest bad) {
        return written(
                bad.status(),
                TYPE + bad.type(),
                "The request cannot be read",
                bad.violation().detail(),
                List.of(bad.violation()),
                null);
    }

    /** The only item of a request. */
    static Answer of(List<Violation> violations) {
        return written(
                400,
                INVALID_ITEM,
                "The item was refused",
                violations.get(0).detail(),
                violations,
                null);
    }

    /** Kafka is away. */
    static Answer unavailable() {
        Answer problem =
                written(
                        503,
                        TYPE + "kafka-unavailable",
                        "Nothing can be stored now",
                        "Kafka did not acknowledge in time, so nothing counts as taken: send the"
                                + " same request again after the seconds in Retry-After. What was"
                                + " stored all the same is recognised by its id.",
                        List.of(),
                        null);
        return problem.with(Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }

    /** PostgreSQL is away. */
    static Answer storeUnavailable() {
        Answer problem =
                written(
                        503,
                        TYPE + "database-unavailable",
                        "Sources are not available now",
                        "The database does not answer, so nothing was changed or taken: send the"
                                + " same request again after the seconds in Retry-After.",
                        List.of(),
                        null);
        return problem.with(Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }

    /**
     * One source brings more than it may.
     *
     * @param pause until it may bring more
     */
    static Answer flooded(Duration pause) {
        long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        Answer problem =
                written(
                        429,
                        TYPE + "too-many-posts",
                        "The source brings more posts than it may",
                        "Nothing of this delivery was taken: send the same again after the seconds"
                                + " in Retry-After. settings.postsPerMinute of the source is the"
                                + " limit.",
                        List.of(),
                        null);
        return problem.with(Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }

    /** No key to keep secrets with. */
    static Answer noSourceKey() {
        return written(
                503,
                TYPE + "no-source-key",
                "Secrets cannot be kept",
                "Set UPSTANDER_SOURCE_KEY to a random value of 16 characters or more, start the"
                        + " service again, and put the source again.",
                List.of(),
                null);
    }

    static Answer backfillRunning() {
        return written(
                409,
                TYPE + "backfill-running",
                "It is running already",
                "Wait until it is over: GET the source's /backfill.",
                List.of(),
                null);
    }

    static Answer nothingToTakeIn() {
        return written(
                409,
                TYPE + "nothing-to-take-in",
                "There is nothing to take in",
                "Sources of this type call by themselves; put one of the type file.",
                List.of(),
                null);
    }

    /** Of a delivery; says nothing that helps to forge one. */
    static Answer notProven() {
        return written(
                401,
                TYPE + "not-proven",
                "The delivery is not proven",
                "Its signature is missing, wrong or too old: give the platform the secret that the"
                        + " source was put with.",
                List.of(),
                null);
    }

    /** A delivery that is not of its platform's form. */
    static Answer notReadable(String pointer, String fix) {
        return written(
                400,
                TYPE + "not-readable",
                "The delivery cannot be read",
                (pointer.isEmpty() ? "The body" : pointer) + ": " + fix + ".",
                List.of(Violation.of(pointer, RejectReason.MALFORMED, fix)),
                null);
    }

    /** The token does not grant what is asked. */
    static Answer forbidden(String path) {
        return written(403, null, "Forbidden", null, List.of(), path);
    }

    static Answer notFound(String path) {
        return written(404, null, "Not Found", "HTTP 404 Not Found", List.of(), path);
    }

    /**
     * @param methods that are served there
     */
    static Answer methodNotAllowed(String path, String methods) {
        Answer problem =
                written(
                        405,
                        null,
                        "Method Not Allowed",
                        "HTTP 405 Method Not Allowed",
                        List.of(),
                        path);
        return problem.with(Map.of(HttpHeaders.ALLOW, methods));
    }

    /** A fault of this service. */
    static Answer ofOurs(String path) {
        return written(500, null, "Internal Server Error", null, List.of(), path);
    }

    /** Writes {@code errors} of a problem, where there are any. */
    static void writeErrors(JsonGenerator json, List<Violation> violations) throws IOException {
        json.writeArrayFieldStart("errors");
        for (Violation violation : violations) {
            json.writeStartObject();
            json.writeStringField("pointer", violation.pointer());
            if (violation.limit() != null) {
                json.writeNumberField("limit", violation.limit());
            }
            json.writeStringField("detail", violation.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Answer written(
            int status,
            String type,
            String title,
            String detail,
            List<Violation> errors,
            String instance) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            if (type != null) {
                json.writeStringField("type", type);
            }
            json.writeNumberField("status", status);
            json.writeStringField("title", title);
            if (detail != null) {
                json.writeStringField("detail", detail);
            }
            if (instance != null) {
                json.writeStringField("instance", instance);
            }
            if (!errors.isEmpty()) {
                writeErrors(json, errors);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
        return new Answer(status, PROBLEM_JSON, Buffer.buffer(body.toByteArray()), null, Map.of());
    }
}
