package org.upstander.alert.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.upstander.alert.application.Wakeups;

/** Says that the tables are not there yet, instead of the error that reading them would be. */
class UntilReady {

    private final Wakeups wakeups;

    UntilReady(Wakeups wakeups) {
        this.wakeups = wakeups;
    }

    /** Null lets the call pass. */
    @ServerRequestFilter
    public Response refuse() {
        return wakeups.isOpen()
                ? null
                : HttpProblem.builder()
                        .withStatus(Status.SERVICE_UNAVAILABLE)
                        .withTitle("Not available")
                        .withDetail("The service still waits for its database. Try again soon.")
                        .withHeader(HttpHeaders.RETRY_AFTER, "2")
                        .build()
                        .toResponse();
    }
}
