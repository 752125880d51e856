package org.upstander.scoring.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/** The problems (RFC 9457) of this service; each says which field, which limit, and the way out. */
final class Problems {

    private Problems() {}

    /**
     * One thing that is wrong with a request.
     *
     * @param field where, {@code posts[3].text}; empty for the body as a whole
     * @param detail what is wrong and how to mend it; never quotes the request
     */
    record Violation(String field, String detail) {}

    static HttpProblem invalid(List<Violation> violations) {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("The request cannot be scored as it is")
                .withDetail(violations.get(0).field() + " " + violations.get(0).detail())
                .with("errors", violations)
                .build();
    }

    /** The body as a whole, or one place in it, is not what it should be. */
    static HttpProblem unreadable(String field, String detail) {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("The body cannot be read")
                .withDetail((field.isEmpty() ? "The body" : field) + " " + detail)
                .with("errors", List.of(new Violation(field, detail)))
                .build();
    }

    static HttpProblem tooLarge(int limitBytes) {
        return HttpProblem.builder()
                .withStatus(Status.REQUEST_ENTITY_TOO_LARGE)
                .withTitle("The body is too large")
                .withDetail(
                        "The body is limited to %d bytes: send fewer posts at a time"
                                .formatted(limitBytes))
                .with("limit", limitBytes)
                .build();
    }

    static HttpProblem rosterNotRead() {
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle("The roster is still being read")
                .withDetail(
                        "Nobody could be recognised yet: try again in a second, or wait until /q/health/ready is UP")
                .withHeader("Retry-After", "1")
                .build();
    }
}
