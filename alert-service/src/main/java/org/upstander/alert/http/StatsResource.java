package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.reading.LogReader;
import org.upstander.alert.application.reading.Summary;

@Path("/v1/stats")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
class StatsResource {

    private final LogReader log;
    private final Clock clock;

    StatsResource(LogReader log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @GET
    @Path("/summary")
    @Operation(operationId = "summary", summary = "How things stand, in numbers")
    @APIResponse(
            responseCode = "200",
            description = "Counted now",
            content =
                    @Content(
                            schema = @Schema(implementation = Summary.class),
                            examples =
                                    @ExampleObject(name = "summary", value = ReadExamples.SUMMARY)))
    public Uni<Summary> summary() {
        return log.summary(clock.instant());
    }
}
