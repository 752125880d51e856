package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.config.WebPushConfig;

/** What a browser needs to subscribe to messages of this service. */
@Path("/v1/webpush/key")
@RolesAllowed(Scopes.ME_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class WebPushResource {

    private final Optional<String> publicKey;

    WebPushResource(WebPushConfig config) {
        this.publicKey = config.publicKey().map(key -> key.strip().replace("=", ""));
    }

    @Schema(name = "WebPushKey")
    record Key(
            @Schema(description = "applicationServerKey of PushManager.subscribe, base64url.")
                    String publicKey) {}

    @GET
    @Operation(
            operationId = "webPushKey",
            summary = "Shows the key with which a browser subscribes to Web Push")
    @APIResponse(
            responseCode = "200",
            description = "As configured",
            content =
                    @Content(
                            schema = @Schema(implementation = Key.class),
                            examples = @ExampleObject(name = "key", value = InboxExamples.KEY)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Key> key() {
        return Uni.createFrom()
                .item(
                        new Key(
                                publicKey.orElseThrow(
                                        () ->
                                                Problems.problem(
                                                        Response.Status.NOT_FOUND,
                                                        "No Web Push here",
                                                        "The operator has not set UPSTANDER_WEBPUSH_PUBLIC_KEY and UPSTANDER_WEBPUSH_PRIVATE_KEY."))));
    }
}
