package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.directory.ApiTokens;
import org.upstander.alert.domain.ApiToken;
import org.upstander.alert.domain.Scope;

@Path("/v1/tokens")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
class TokenResource {

    private final ApiTokens tokens;
    private final DirectoryAnswers answers;

    TokenResource(ApiTokens tokens, DirectoryAnswers answers) {
        this.tokens = tokens;
        this.answers = answers;
    }

    @Schema(name = "TokenWish")
    record Wish(
            @Schema(required = true, description = "What you call it, 1 to 200 characters.")
                    String name,
            @Schema(
                            required = true,
                            description =
                                    "posts:write, score, incidents:read, incidents:write, me:read (with staffId), admin (all).")
                    List<String> scopes,
            @Schema(description = "Left out: it works until revoked.") Instant expiresAt,
            @Schema(description = "The member of staff that its holder is, for GET /v1/me/summary.")
                    String staffId) {}

    /** A token without its secret, except in the answer that made it. */
    @Schema(name = "Token")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            String staffId,
            @Schema(description = "Shown in the answer to POST only, never again.") String token) {

        static View of(ApiToken token, String secret) {
            return new View(
                    token.id(),
                    token.name(),
                    token.scopes().stream().map(Scope::wireName).toList(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.staffId(),
                    secret);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createToken",
            summary = "Makes an API token",
            description =
                    "All services accept it within about a second. Only its hash is kept: the token is shown once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Wish.class),
                            examples = @ExampleObject(name = "token", value = Examples.TOKEN_WISH)))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples =
                                    @ExampleObject(name = "token", value = Examples.TOKEN_ISSUED)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> create(byte[] body) {
        Wish wish = JsonBodies.read(body, Wish.class);
        return tokens.issue(wish.name(), wish.scopes(), wish.expiresAt(), wish.staffId())
                .map(this::answer);
    }

    @Schema(name = "Tokens")
    record Part(List<View> items, String next) {}

    @GET
    @Operation(operationId = "listTokens", summary = "Lists tokens, without their secrets")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(schema = @Schema(implementation = Part.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Lists<View>> list(@BeanParam PageParameters part) {
        return answers.page(
                tokens::page, "tokens", part, (entry, warnings) -> View.of(entry.value(), null));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeToken",
            summary = "Revokes a token",
            description = "Here at once, in the other services within about a second.")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> revoke(@PathParam("id") String id) {
        return tokens.revoke(id)
                .map(
                        revoked -> {
                            if (!revoked) {
                                throw Problems.notFound("token", id).get();
                            }
                            return Response.noContent().build();
                        });
    }

    private Response answer(ApiTokens.Issue issue) {
        if (issue instanceof ApiTokens.Issue.Refused refused) {
            throw Problems.refused(refused.violations());
        }
        ApiTokens.Issue.Issued issued = (ApiTokens.Issue.Issued) issue;
        return Response.created(URI.create("/v1/tokens/" + issued.token().id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(View.of(issued.token(), issued.secret()))
                .build();
    }
}
