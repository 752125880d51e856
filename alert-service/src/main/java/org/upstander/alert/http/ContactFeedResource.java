package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.directory.CalendarFeeds;
import org.upstander.alert.application.directory.FeedStore.Kind;
import org.upstander.alert.application.directory.FeedStore.Owner;

/** The calendar of a contact, by its secret address. */
@Path("/v1/contacts/{id}:feed")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class ContactFeedResource {

    private static final String KIND = "contact";

    private final CalendarFeeds feeds;

    ContactFeedResource(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "makeContactFeed",
            summary = "Makes the address of a calendar with the shifts of a contact",
            description =
                    "The one before stops working. Only a hash is kept: the address is shown once.")
    @APIResponse(responseCode = "200", ref = "CalendarFeed")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> make(@PathParam("id") String id) {
        return feeds.renew(new Owner(Kind.CONTACT, id)).map(url -> FeedBody.made(url, KIND, id));
    }

    @DELETE
    @Operation(
            operationId = "revokeContactFeed",
            summary = "Makes the address of the calendar of a contact useless")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> revoke(@PathParam("id") String id) {
        return feeds.revoke(new Owner(Kind.CONTACT, id))
                .map(was -> FeedBody.revoked(was, KIND, id));
    }
}
