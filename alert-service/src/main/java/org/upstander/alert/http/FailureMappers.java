package org.upstander.alert.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.upstander.alert.application.DatabaseAway;
import org.upstander.alert.application.StoreConflict;
import org.upstander.alert.application.UnstorableData;
import org.upstander.alert.application.reading.FollowChanges;

/** What went wrong inside, in words that help outside. */
class FailureMappers {

    @ServerExceptionMapper
    Response away(DatabaseAway failure) {
        return unavailable(
                "The database does not answer; nothing was changed. Try again in a few seconds.");
    }

    @ServerExceptionMapper
    Response conflict(StoreConflict failure) {
        return unavailable("Somebody changed the same at the same time. Try again.");
    }

    @ServerExceptionMapper
    Response tooMany(FollowChanges.TooManyListeners failure) {
        return unavailable("Too many listen to events already. Try again later.");
    }

    @ServerExceptionMapper
    Response unstorable(UnstorableData failure) {
        return Problems.refused("", "holds what cannot be stored, such as a NUL character")
                .toResponse();
    }

    private static Response unavailable(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle("Not available")
                .withDetail(detail)
                .withHeader(HttpHeaders.RETRY_AFTER, "2")
                .build()
                .toResponse();
    }
}
