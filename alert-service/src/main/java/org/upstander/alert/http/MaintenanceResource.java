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
import org.upstander.alert.application.directory.MaintenanceDirectory;

@Path("/v1/maintenance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Maintenance")
class MaintenanceResource {

    private static final String KIND = "maintenance";

    private final MaintenanceDirectory entries;
    private final DirectoryAnswers answers;
    private final Caller caller;

    MaintenanceResource(MaintenanceDirectory entries, DirectoryAnswers answers, Caller caller) {
        this.entries = entries;
        this.answers = answers;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putMaintenance",
            summary = "Creates or replaces a maintenance window",
            description =
                    "While it lasts, pages of incidents that match and are less grave than pageFromSeverity are held; what is still open and unacknowledged when it ends is paged for. Threats and doxxing always page. Idempotent: 201 at first, 200 after.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MaintenanceBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "maintenance",
                                            value = HoldExamples.MAINTENANCE)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content = @Content(schema = @Schema(implementation = MaintenanceBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = MaintenanceBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> put(@PathParam("id") String id, byte[] body) {
        MaintenanceBody wanted = JsonBodies.read(body, MaintenanceBody.class);
        DirectoryAnswers.sameId(id, wanted.id());
        return entries.put(id, wanted.draft(id, caller.name()), Optional.empty())
                .map(result -> answers.put(result, "/v1/maintenance/" + id, MaintenanceBody::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_READ)
    @Operation(
            operationId = "getMaintenance",
            summary = "Shows a maintenance window, by whom it was put and why")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "As kept, with an ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = MaintenanceBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "maintenance",
                                            value = HoldExamples.MAINTENANCE_SHOWN)))
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> get(@PathParam("id") String id, @Context Request request) {
        return entries.find(id)
                .map(found -> answers.found(found, request, KIND, id, MaintenanceBody::of));
    }

    @Schema(name = "MaintenanceList")
    record Part(List<MaintenanceBody> items, String next) {}

    @GET
    @RolesAllowed(Scopes.INCIDENTS_READ)
    @Operation(
            operationId = "listMaintenance",
            summary = "Lists in the order of ids, also windows that are over")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(schema = @Schema(implementation = Part.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Lists<MaintenanceBody>> list(@BeanParam PageParameters part) {
        return answers.page(entries::page, "maintenance", part, MaintenanceBody::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_WRITE)
    @Operation(
            operationId = "deleteMaintenance",
            summary = "Ends a maintenance window; what it holds is paged for at once")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> delete(@PathParam("id") String id) {
        return entries.delete(id).map(result -> answers.deleted(result, KIND, id));
    }
}
