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
import org.upstander.alert.application.directory.ThresholdDirectory;

@Path("/v1/roster:republish")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
class RosterResource {

    private final StaffDirectory staff;
    private final ApiTokens tokens;
    private final ThresholdDirectory thresholds;

    RosterResource(StaffDirectory staff, ApiTokens tokens, ThresholdDirectory thresholds) {
        this.staff = staff;
        this.tokens = tokens;
        this.thresholds = thresholds;
    }

    /**
     * @param staff members of staff written again
     * @param tokens tokens written again
     * @param thresholds 1, or 0 where none were put
     */
    @Schema(name = "Republished")
    record Republished(int staff, int tokens, int thresholds) {}

    @POST
    @Operation(
            operationId = "republishRoster",
            summary = "Writes the whole roster, all tokens and the thresholds to Kafka again",
            description = "For a Kafka that lost its topics. Harmless at any other time.")
    public Uni<Republished> republish() {
        return staff.republish()
                .chain(
                        people ->
                                tokens.republish()
                                        .chain(
                                                hashes ->
                                                        thresholds
                                                                .republish()
                                                                .map(
                                                                        bars ->
                                                                                new Republished(
                                                                                        people,
                                                                                        hashes,
                                                                                        bars))));
    }
}
