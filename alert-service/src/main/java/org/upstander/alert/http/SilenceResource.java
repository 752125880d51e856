package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.upstander.alert.application.directory.SilenceDirectory;

@Path("/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Silences")
class SilenceResource {

    private static final String KIND = "silence";

    private final SilenceDirectory entries;
    private final DirectoryAnswers answers;
    private final Caller caller;

    SilenceResource(SilenceDirectory entries, DirectoryAnswers answers, Caller caller) {
        this.entries = entries;
        this.answers = answers;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putSilence",
            summary = "Creates or replaces a silence",
            description =
                    "While it lasts, pages of incidents that match are held; they fire when it ends, unless somebody acknowledged meanwhile. A message that is on its way already goes on. Idempotent: 201 at first, 200 after.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SilenceBody.class),
                            examples = @ExampleObject(name = "silence", value = Examples.SILENCE)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content = @Content(schema = @Schema(implementation = SilenceBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = SilenceBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> put(@PathParam("id") String id, byte[] body) {
        SilenceBody wanted = JsonBodies.read(body, SilenceBody.class);
        DirectoryAnswers.sameId(id, wanted.id());
        return entries.put(id, wanted.draft(id, caller.name()), Optional.empty())
                .map(result -> answers.put(result, "/v1/silences/" + id, SilenceBody::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_READ)
    @Operation(operationId = "getSilence", summary = "Shows a silence, by whom it was put and why")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "As kept, with an ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = SilenceBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "silence",
                                            value = Examples.SILENCE_SHOWN)))
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> get(@PathParam("id") String id, @Context Request request) {
        return entries.find(id)
                .map(found -> answers.found(found, request, KIND, id, SilenceBody::of));
    }

    @Schema(name = "Silences")
    record Part(List<SilenceBody> items, String next) {}

    @GET
    @RolesAllowed(Scopes.INCIDENTS_READ)
    @Operation(
            operationId = "listSilences",
            summary = "Lists in the order of ids, also those that are over")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(schema = @Schema(implementation = Part.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Lists<SilenceBody>> list(@BeanParam PageParameters part) {
        return answers.page(entries::page, "silences", part, SilenceBody::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_WRITE)
    @Operation(
            operationId = "deleteSilence",
            summary = "Ends a silence; what it holds is paged for at once")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> delete(@PathParam("id") String id) {
        return entries.delete(id).map(result -> answers.deleted(result, KIND, id));
    }
}
