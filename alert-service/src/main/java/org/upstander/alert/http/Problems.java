package org.upstander.alert.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.function.Supplier;
import org.upstander.alert.application.directory.Violation;

/** The problems (RFC 9457) of this service. Each names the field, the limit and the fix. */
final class Problems {

    private static final int UNFIT = 422;

    private Problems() {}

    /** Something is wrong with the body. */
    static HttpProblem refused(List<Violation> violations) {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("Nothing was changed")
                .withDetail(
                        violations.size() == 1
                                ? violations.get(0).pointer() + " " + violations.get(0).detail()
                                : violations.size() + " fields are wrong; see errors")
                .with("errors", violations)
                .build();
    }

    static HttpProblem refused(String pointer, String detail) {
        return refused(List.of(new Violation(pointer, detail)));
    }

    /** Something is wrong with a query parameter or header. */
    static HttpProblem parameter(String name, String detail) {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("Parameter not understood")
                .withDetail(name + " " + detail)
                .with("parameter", name)
                .build();
    }

    static Supplier<HttpProblem> notFound(String what, String id) {
        return () ->
                problem(Status.NOT_FOUND, "Not found", "There is no %s %s.".formatted(what, id));
    }

    /** The call is fine as such, but not for what it is about as it is now. */
    static HttpProblem unfit(String title, String detail) {
        return HttpProblem.builder().withStatus(UNFIT).withTitle(title).withDetail(detail).build();
    }

    static HttpProblem problem(Status status, String title, String detail) {
        return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail).build();
    }
}
