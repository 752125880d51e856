package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;

/** Whoever read the evidence says what it really is. */
@Path("/v1/incidents")
@RolesAllowed(Scopes.INCIDENTS_WRITE)
@Tag(name = "Reviews")
class IncidentVerdictResource {

    private final KeepReview reviews;

    IncidentVerdictResource(KeepReview reviews) {
        this.reviews = reviews;
    }

    @POST
    @Path("/{id}:verdict")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "reviewEvidence",
            summary = "Say what a post of an incident really is",
            description =
                    "Changes nothing about the incident; it is what GET /v1/model counts and GET /v1/reviews exports. Again by the same person replaces.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReviewBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "criticism",
                                            value = ReviewExamples.OF_INCIDENT)))
    @APIResponse(responseCode = "204", description = "Noted")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Void> review(@PathParam("id") String id, byte[] body) {
        return reviews.ofIncident(id, ReviewBody.read(body));
    }
}
