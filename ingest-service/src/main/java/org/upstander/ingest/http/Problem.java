package org.upstander.ingest.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.ingest.domain.Violation;

/**
 * Answers that are problems (RFC 9457). Each says which field, which limit, and what to do.
 * Returned, not thrown: the library logs what is thrown, which in an outage is every request.
 */
final class Problem {

    /** Type of an item's problem, in a result or as the answer to a single item. */
    static final String INVALID_ITEM = "urn:upstander:problem:invalid-item";

    private static final String TYPE = "urn:upstander:problem:";
    private static final int RETRY_AFTER_SECONDS = 1;

    private Problem() {}

    /** The request as a whole. */
    static Response of(BadRequest bad) {
        return problem(bad.status(), TYPE + bad.type(), "The request cannot be read")
                .withDetail(bad.violation().detail())
                .with("errors", List.of(json(bad.violation())))
                .build()
                .toResponse();
    }

    /** The only item of a request. */
    static Response of(List<Violation> violations) {
        return problem(400, INVALID_ITEM, "The item was refused")
                .withDetail(violations.get(0).detail())
                .with("errors", violations.stream().map(Problem::json).toList())
                .build()
                .toResponse();
    }

    /** Kafka is away. */
    static Response unavailable() {
        return problem(503, TYPE + "kafka-unavailable", "Nothing can be stored now")
                .withDetail(
                        "Kafka did not acknowledge in time, so nothing counts as taken: send the"
                                + " same request again after the seconds in Retry-After. What was"
                                + " stored all the same is recognised by its id.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build()
                .toResponse();
    }

    private static HttpProblem.Builder problem(int status, String type, String title) {
        return HttpProblem.builder().withStatus(status).withType(URI.create(type)).withTitle(title);
    }

    private static Map<String, Object> json(Violation violation) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("pointer", violation.pointer());
        if (violation.limit() != null) {
            error.put("limit", violation.limit());
        }
        error.put("detail", violation.detail());
        return error;
    }
}
