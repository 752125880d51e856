package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.ThresholdDirectory;
import org.upstander.alert.domain.ThresholdSettings;

/** From where on what scoring finds counts; changed while everything runs. */
@Path("/v1/thresholds")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Thresholds")
class ThresholdsResource {

    private static final String PATH = "/v1/thresholds";

    private final ThresholdDirectory thresholds;
    private final DirectoryAnswers answers;
    private final Caller caller;

    ThresholdsResource(ThresholdDirectory thresholds, DirectoryAnswers answers, Caller caller) {
        this.thresholds = thresholds;
        this.answers = answers;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putThresholds",
            summary = "Sets the thresholds for everybody without a bar of their own",
            description =
                    "Idempotent: 201 at first, 200 after. Holds for posts that are scored from a second or so later; what was judged stays as it is.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThresholdsBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "with a shadow",
                                            value = Examples.THRESHOLDS)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content = @Content(schema = @Schema(implementation = ThresholdsBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Put for the first time",
            content = @Content(schema = @Schema(implementation = ThresholdsBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Outdated")
    public Uni<Response> put(
            @HeaderParam("If-Match") @Parameter(ref = "IfMatch") String ifMatch, byte[] body) {
        ThresholdsBody wanted = JsonBodies.read(body, ThresholdsBody.class);
        return thresholds
                .put(
                        ThresholdSettings.ID,
                        wanted.draft(caller.name()),
                        DirectoryAnswers.version(ifMatch))
                .map(result -> answers.put(result, PATH, ThresholdsBody::of));
    }

    @GET
    @Operation(
            operationId = "getThresholds",
            summary = "Shows the thresholds that were put, by whom and when")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "As kept, with an ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = ThresholdsBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "with a shadow",
                                            value = Examples.THRESHOLDS_SHOWN)))
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> get(@Context Request request) {
        return thresholds.find(ThresholdSettings.ID).map(found -> shown(found, request));
    }

    private Response shown(Optional<Stored<ThresholdSettings>> found, Request request) {
        if (found.isEmpty()) {
            throw Problems.problem(
                    Status.NOT_FOUND,
                    "Not found",
                    "No thresholds were put yet: scoring-service judges by those that it was started with and shows them on GET /v1/model. PUT /v1/thresholds to set others.");
        }
        return answers.found(
                found, request, "thresholds", ThresholdSettings.ID, ThresholdsBody::of);
    }
}
