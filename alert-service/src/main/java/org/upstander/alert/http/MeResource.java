package org.upstander.alert.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.reading.Shield;
import org.upstander.alert.application.reading.ShieldSummary;

/** The attacked person's own page: which person, the token says. */
@Path("/v1/me/summary")
@RolesAllowed(Scopes.ME_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class MeResource {

    private final Shield shield;
    private final Caller caller;

    MeResource(Shield shield, Caller caller) {
        this.shield = shield;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "mySummary",
            summary = "Tells the attacked person who is at it, how much it is and who looked",
            description =
                    "For the member of staff that the token was made for. No text and no author, unless text=true; then her reading is kept as any other.")
    @APIResponse(
            responseCode = "200",
            description = "Counted now",
            content =
                    @Content(
                            schema = @Schema(implementation = ShieldSummary.class),
                            examples = {
                                @ExampleObject(name = "as it is", value = ShieldExamples.SHORT),
                                @ExampleObject(
                                        name = "with text=true",
                                        value = ShieldExamples.WITH_TEXT)
                            }))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> summary(
            @QueryParam("text")
                    @Parameter(
                            description =
                                    "true: with what was written and by whom, the latest 200; false where left out.")
                    String text,
            @QueryParam("why")
                    @Parameter(
                            description =
                                    "Why she reads the texts, for textReads; up to 200 characters.")
                    String why) {
        boolean withText = asked(text);
        Optional<String> reason = Texts.reason("why", why);
        String staffId = caller.staffId().orElseThrow(MeResource::nobody);
        return (withText
                        ? shield.withText(staffId, caller.name(), reason)
                        : shield.summary(staffId))
                .map(found -> answer(found, staffId));
    }

    private static Response answer(Optional<ShieldSummary> found, String id) {
        return Response.ok(found.orElseThrow(Problems.notFound("member of staff", id)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static boolean asked(String text) {
        if (text == null || text.isEmpty() || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Problems.parameter("text", "must be true or false");
    }

    private static HttpProblem nobody() {
        return Problems.problem(
                Response.Status.NOT_FOUND,
                "Nobody's page",
                "This token is of no member of staff. Make one by POST /v1/tokens with staffId and the scope me:read, or have the identity server set the claim staff_id.");
    }
}
