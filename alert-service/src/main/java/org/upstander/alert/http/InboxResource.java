package org.upstander.alert.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.reading.Cursors;
import org.upstander.alert.application.reading.InboxView;
import org.upstander.alert.application.reading.Place;
import org.upstander.alert.application.reading.ReadInbox;
import org.upstander.alert.application.reading.Slice;

/** The inbox of a contact: of which one, the token says. */
@Path("/v1/inbox")
@RolesAllowed(Scopes.ME_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class InboxResource {

    private final ReadInbox inbox;
    private final Cursors cursors;
    private final Caller caller;

    InboxResource(ReadInbox inbox, Cursors cursors, Caller caller) {
        this.inbox = inbox;
        this.cursors = cursors;
        this.caller = caller;
    }

    /** Query parameters. */
    static class Given {

        @QueryParam("contactId")
        @Parameter(description = "For an admin: whose inbox. Others leave it out.")
        String contactId;

        @QueryParam("unread")
        @Parameter(description = "true: without what was read; false where left out.")
        String unread;

        @QueryParam("cursor")
        @Parameter(description = "next of the part before, with the same filters.")
        String cursor;

        @QueryParam("limit")
        @Parameter(description = "At most so many, 1 to 200; 50 where left out.")
        String limit;
    }

    @Schema(name = "Inbox")
    record Part(List<InboxView> items, String next) {}

    @GET
    @Operation(
            operationId = "listInbox",
            summary = "Lists what lies in the inbox of a contact, newest first",
            description =
                    "For the contact that the token was made for: its staffId is the contact's staffId, or the id of a contact who is no member of staff. No text and no author.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content =
                    @Content(
                            schema = @Schema(implementation = Part.class),
                            examples = @ExampleObject(name = "list", value = InboxExamples.LIST)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> list(@BeanParam Given given) {
        Parameters read = new Parameters("inbox", cursors);
        String contactId = read.text("contactId", given.contactId);
        boolean unread = "true".equals(read.word("unread", given.unread, Set.of("true", "false")));
        Optional<Place> after = read.after(given.cursor);
        int limit = Lists.limit(given.limit);
        if (contactId != null && !caller.isAdmin()) {
            throw Problems.problem(
                    Response.Status.FORBIDDEN,
                    "Somebody else's inbox",
                    "contactId is for admins. Leave it out: the token says whose inbox it is.");
        }
        return (contactId == null
                        ? inbox.of(person(), unread, after, limit)
                        : inbox.ofContact(contactId, unread, after, limit))
                .map(found -> answer(found, read, contactId));
    }

    private static Response answer(
            Optional<Slice<InboxView>> found, Parameters read, String contactId) {
        Slice<InboxView> slice =
                found.orElseThrow(
                        contactId == null
                                ? InboxResource::nobody
                                : Problems.notFound("contact", contactId));
        return Response.ok(new Lists<>(slice.items(), read.cursor(slice.end())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/{id}:read")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "readInboxEntry",
            summary = "Marks an entry of one's own inbox as read",
            description = "Once read it stays so. It acknowledges nothing.")
    @APIResponse(responseCode = "204", description = "It counts as read")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> read(@PathParam("id") String id) {
        return inbox.read(person(), id)
                .map(
                        there -> {
                            if (!there) {
                                throw Problems.notFound("entry in your inbox", id).get();
                            }
                            return Response.noContent().build();
                        });
    }

    private String person() {
        return caller.staffId().orElseThrow(InboxResource::nobody);
    }

    private static HttpProblem nobody() {
        return Problems.problem(
                Response.Status.NOT_FOUND,
                "Nobody's inbox",
                "This token is of no contact. Make one by POST /v1/tokens with the scope me:read and as staffId the staffId of the contact, or the contact's id; an admin names contactId.");
    }
}
