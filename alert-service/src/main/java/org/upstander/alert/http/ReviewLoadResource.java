package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.reading.MeasureLoad;

@Path("/v1/stats/review-load")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
class ReviewLoadResource {

    private final MeasureLoad load;

    ReviewLoadResource(MeasureLoad load) {
        this.load = load;
    }

    @GET
    @Operation(
            operationId = "reviewLoad",
            summary = "What responders had to bear in the last 7 days",
            description =
                    "Texts read, minutes spent on reading them (from one reading to the next, where no more than 10 minutes lie between), nights (22:00 to 07:00 where they live) in which a page reached them, and days in a row on which they read or were reached. Whoever is over budget stands first, with a hint to hand over.")
    @APIResponse(
            responseCode = "200",
            description = "Measured now",
            content =
                    @Content(
                            schema = @Schema(implementation = MeasureLoad.Week.class),
                            examples =
                                    @ExampleObject(
                                            name = "review load",
                                            value = ShieldExamples.LOAD)))
    public Uni<MeasureLoad.Week> lastWeek() {
        return load.lastWeek();
    }
}
