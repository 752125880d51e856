package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.directory.ContactDirectory;

@Path("/v1/contacts")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class ContactResource {

    private static final String KIND = "contact";

    private final ContactDirectory entries;
    private final DirectoryAnswers answers;

    ContactResource(ContactDirectory entries, DirectoryAnswers answers) {
        this.entries = entries;
        this.answers = answers;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putContact",
            summary = "Creates or replaces a contact",
            description =
                    "Idempotent: 201 at first, 200 after. Warnings tell what would keep a page from arriving.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactBody.class),
                            examples = @ExampleObject(name = "contact", value = Examples.CONTACT)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content = @Content(schema = @Schema(implementation = ContactBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ContactBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "412", ref = "Outdated")
    public Uni<Response> put(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Parameter(ref = "IfMatch") String ifMatch,
            byte[] body) {
        ContactBody wanted = JsonBodies.read(body, ContactBody.class);
        DirectoryAnswers.sameId(id, wanted.id());
        return entries.put(id, wanted.draft(id), DirectoryAnswers.version(ifMatch))
                .map(result -> answers.put(result, "/v1/contacts/" + id, ContactBody::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getContact", summary = "Shows a contact")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "As kept, with an ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = ContactBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "contact",
                                            value = Examples.CONTACT_SHOWN)))
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> get(@PathParam("id") String id, @Context Request request) {
        return entries.find(id)
                .map(found -> answers.found(found, request, KIND, id, ContactBody::of));
    }

    @Schema(name = "Contacts")
    record Part(List<ContactBody> items, String next) {}

    @GET
    @Operation(operationId = "listContacts", summary = "Lists in the order of ids")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(schema = @Schema(implementation = Part.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Lists<ContactBody>> list(@BeanParam PageParameters part) {
        return answers.page(entries::page, "contacts", part, ContactBody::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteContact", summary = "Removes a contact")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "InUse")
    public Uni<Response> delete(@PathParam("id") String id) {
        return entries.delete(id).map(result -> answers.deleted(result, KIND, id));
    }
}
