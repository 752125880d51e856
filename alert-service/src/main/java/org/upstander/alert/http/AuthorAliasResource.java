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
import org.upstander.alert.application.directory.AuthorAliasDirectory;

@Path("/v1/author-aliases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Author aliases")
class AuthorAliasResource {

    private static final String KIND = "author alias";

    private final AuthorAliasDirectory entries;
    private final DirectoryAnswers answers;
    private final Caller caller;

    AuthorAliasResource(AuthorAliasDirectory entries, DirectoryAnswers answers, Caller caller) {
        this.entries = entries;
        this.answers = answers;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putAuthorAlias",
            summary = "Declares accounts to be one person's, or replaces what was declared",
            description =
                    "What was done about one of the accounts counts for the others, and a pile-on counts them once; reasons of incidents say by whom it was declared. Looks again at their posts of the last day. Idempotent: 201 at first, 200 after.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AuthorAliasBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "alias",
                                            value = AuthorAliasExamples.ALIAS)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content = @Content(schema = @Schema(implementation = AuthorAliasBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = AuthorAliasBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> put(@PathParam("id") String id, byte[] body) {
        AuthorAliasBody wanted = JsonBodies.read(body, AuthorAliasBody.class);
        DirectoryAnswers.sameId(id, wanted.id());
        return entries.put(id, wanted.draft(id, caller.name()), Optional.empty())
                .map(
                        result ->
                                answers.put(
                                        result, "/v1/author-aliases/" + id, AuthorAliasBody::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_READ)
    @Operation(
            operationId = "getAuthorAlias",
            summary = "Shows which accounts are one person's, by whom that was declared and why")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "As kept, with an ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = AuthorAliasBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "alias",
                                            value = AuthorAliasExamples.SHOWN)))
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> get(@PathParam("id") String id, @Context Request request) {
        return entries.find(id)
                .map(found -> answers.found(found, request, KIND, id, AuthorAliasBody::of));
    }

    @Schema(name = "AuthorAliasList")
    record Part(List<AuthorAliasBody> items, String next) {}

    @GET
    @RolesAllowed(Scopes.INCIDENTS_READ)
    @Operation(
            operationId = "listAuthorAliases",
            summary = "Lists declared aliases in the order of ids")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(schema = @Schema(implementation = Part.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Lists<AuthorAliasBody>> list(@BeanParam PageParameters part) {
        return answers.page(entries::page, "author-aliases", part, AuthorAliasBody::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_WRITE)
    @Operation(
            operationId = "deleteAuthorAlias",
            summary = "Takes a declaration back; incidents stay as they are")
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> delete(@PathParam("id") String id) {
        return entries.delete(id).map(result -> answers.deleted(result, KIND, id));
    }
}
