package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.reading.Shield;
import org.upstander.alert.application.reading.ShieldSummary;

/** What a member of staff would be told, for whoever looks after her. */
@Path("/v1/staff/{id}/summary")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
class ShieldResource {

    private final Shield shield;

    ShieldResource(Shield shield) {
        this.shield = shield;
    }

    @GET
    @Operation(
            operationId = "staffSummary",
            summary = "Shows what a member of staff is told of the attacks on her",
            description = "As GET /v1/me/summary, and never with text.")
    @APIResponse(
            responseCode = "200",
            description = "Counted now",
            content =
                    @Content(
                            schema = @Schema(implementation = ShieldSummary.class),
                            examples =
                                    @ExampleObject(name = "summary", value = ShieldExamples.SHORT)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> summary(@PathParam("id") String id) {
        return shield.summary(id).map(found -> answer(found, id));
    }

    static Response answer(Optional<ShieldSummary> found, String id) {
        return Response.ok(found.orElseThrow(Problems.notFound("member of staff", id)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
