package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.reading.Shield;
import org.upstander.alert.application.reading.ShieldSummary;
import org.upstander.alert.application.stats.BlindSourceReader.BlindSource;
import org.upstander.alert.application.stats.ReadNoiseFloor;
import org.upstander.alert.application.stats.ReadStaffOutlook;
import org.upstander.alert.application.stats.ReadStaffOutlook.Outlook;
import org.upstander.alert.application.stats.Thanks;
import org.upstander.alert.domain.Coverage;
import org.upstander.alert.domain.Dose;

/** What a member of staff would be told, and how she fares, for whoever looks after her. */
@Path("/v1/staff/{id}/summary")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
class StaffSummaryResource {

    private final Shield shield;
    private final ReadStaffOutlook outlooks;
    private final Caller caller;

    StaffSummaryResource(Shield shield, ReadStaffOutlook outlooks, Caller caller) {
        this.shield = shield;
        this.outlooks = outlooks;
        this.caller = caller;
    }

    @Schema(name = "StaffSummary")
    record Body(
            @JsonUnwrapped ShieldSummary told,
            @Schema(description = "What she had to bear, and what to do when it is too much.")
                    Dose load,
            @Schema(
                            description =
                                    "Of the last 7 days where she lives, judged by the 28 before; trend is the average of its days.")
                    ReadNoiseFloor.Point noiseFloor,
            @Schema(description = "What is supportive, to pass on; without text.") Thanks thanks,
            @Schema(
                            description =
                                    "Gaps of the next 14 days in which nobody could be called for her; empty is good.")
                    List<Coverage.Gap> coverage,
            @Schema(description = "Where she is and nobody sees what is written; empty is good.")
                    List<BlindSource> blindSources) {

        static Body of(ShieldSummary told, Outlook outlook, String self) {
            return new Body(
                    told,
                    outlook.load(),
                    outlook.noiseFloor(),
                    outlook.thanks().withoutLinksAbout(self),
                    outlook.gaps(),
                    outlook.blindSources());
        }
    }

    @GET
    @Operation(
            operationId = "staffSummary",
            summary =
                    "Shows what a member of staff is told of the attacks on her, and how she fares",
            description =
                    "As GET /v1/me/summary, and never with text; with her load, the noise floor, thanks, gaps in her coverage and sources that are blind.")
    @APIResponse(
            responseCode = "200",
            description = "Counted now",
            content =
                    @Content(
                            schema = @Schema(implementation = Body.class),
                            examples =
                                    @ExampleObject(name = "summary", value = ShieldExamples.STAFF)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> summary(@PathParam("id") String id) {
        String self = caller.staffId().orElse("");
        return Uni.combine()
                .all()
                .unis(shield.summary(id), outlooks.of(id))
                .with(
                        (told, outlook) ->
                                Response.ok(
                                                Body.of(
                                                        told.orElseThrow(
                                                                Problems.notFound(
                                                                        "member of staff", id)),
                                                        outlook.orElseThrow(
                                                                Problems.notFound(
                                                                        "member of staff", id)),
                                                        self))
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .build());
    }
}
