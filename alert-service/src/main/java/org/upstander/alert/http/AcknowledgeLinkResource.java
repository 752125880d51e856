package org.upstander.alert.http;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.alert.application.language.Language;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.application.reading.AcknowledgeByLink;
import org.upstander.alert.application.reading.AcknowledgeByLink.Outcome;

/** The links in messages. Open to whoever holds one: the token is the key. */
@Path("/a/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Acknowledge links")
class AcknowledgeLinkResource {

    private final AcknowledgeByLink links;
    private final Template template;
    private final Language language;

    AcknowledgeLinkResource(
            AcknowledgeByLink links,
            @Location("acknowledge.html") Template template,
            Language language) {
        this.links = links;
        this.template = template;
        this.language = language;
    }

    @GET
    @Operation(
            operationId = "showAcknowledgeLink",
            summary = "Asks for a confirmation",
            description = "Changes nothing: mail programs follow links by themselves.")
    @APIResponse(
            responseCode = "200",
            description = "A page with a button",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "The link was changed, or never worked")
    @APIResponse(responseCode = "410", description = "The link has expired")
    public Uni<Response> show(@PathParam("token") String token, @Context HttpHeaders headers) {
        return links.look(token).chain(outcome -> page(outcome, false, headers));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "acknowledgeByLink",
            summary = "Acknowledges",
            description = "Again, nothing changes.")
    @APIResponse(
            responseCode = "200",
            description = "A page that says so",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "The link was changed, or never worked")
    @APIResponse(responseCode = "410", description = "The link has expired")
    public Uni<Response> confirm(@PathParam("token") String token, @Context HttpHeaders headers) {
        return links.confirm(token).chain(outcome -> page(outcome, true, headers));
    }

    private Uni<Response> page(Outcome outcome, boolean pressed, HttpHeaders headers) {
        if (outcome instanceof Outcome.Valid valid) {
            Texts texts = language.texts(valid.contact().language());
            return answer(
                    Status.OK,
                    pressed
                            ? AcknowledgePage.done(valid, texts)
                            : AcknowledgePage.ask(valid, texts));
        }
        Texts texts = language.texts(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return outcome instanceof Outcome.Expired
                ? answer(Status.GONE, AcknowledgePage.expired(texts))
                : answer(Status.NOT_FOUND, AcknowledgePage.unknown(texts));
    }

    private Uni<Response> answer(Status status, AcknowledgePage page) {
        return template.data("page", page)
                .createUni()
                .map(
                        html ->
                                Response.status(status)
                                        .entity(html)
                                        .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                                        .header(
                                                "Content-Security-Policy",
                                                AcknowledgePage.CONTENT_SECURITY_POLICY)
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .build());
    }
}
