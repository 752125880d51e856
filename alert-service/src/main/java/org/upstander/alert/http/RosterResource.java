package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.directory.ApiTokens;
import org.upstander.alert.application.directory.StaffDirectory;

@Path("/v1/roster:republish")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
class RosterResource {

    private final StaffDirectory staff;
    private final ApiTokens tokens;

    RosterResource(StaffDirectory staff, ApiTokens tokens) {
        this.staff = staff;
        this.tokens = tokens;
    }

    /**
     * @param staff members of staff written again
     * @param tokens tokens written again
     */
    @Schema(name = "Republished")
    record Republished(int staff, int tokens) {}

    @POST
    @Operation(
            operationId = "republishRoster",
            summary = "Writes the whole roster and all tokens to Kafka again",
            description = "For a Kafka that lost its topics. Harmless at any other time.")
    public Uni<Republished> republish() {
        return staff.republish().chain(s -> tokens.republish().map(t -> new Republished(s, t)));
    }
}
