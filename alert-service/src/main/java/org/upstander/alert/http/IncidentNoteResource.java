package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.Annotate;
import org.upstander.alert.application.reading.IncidentView;

/** What people note on an incident. */
@Path("/v1/incidents")
@RolesAllowed(Scopes.INCIDENTS_WRITE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
class IncidentNoteResource {

    private static final int MAX_NAME = 100;
    private static final int MAX_TEXT = 4000;

    private final Annotate annotate;
    private final Outcomes outcomes;
    private final Caller caller;

    IncidentNoteResource(Annotate annotate, Outcomes outcomes, Caller caller) {
        this.annotate = annotate;
        this.outcomes = outcomes;
        this.caller = caller;
    }

    @Schema(name = "IncidentAssignment")
    record Assignment(
            @Schema(description = "Whose it is, at most 100 characters; nobody's where left out.")
                    String to) {}

    @Schema(name = "IncidentComment")
    record Comment(
            @Schema(
                            required = true,
                            description =
                                    "1 to 4000 characters. Neither paged nor sent to anybody.")
                    String text,
            @Schema(description = "Who, at most 100 characters; the caller where left out.")
                    String by) {}

    @Schema(name = "IncidentLink")
    record Link(@Schema(required = true, description = "The other one.") String incidentId) {}

    @POST
    @Path("/{id}:assign")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "assignIncident",
            summary = "Says whose it is",
            description = "Nobody is called by it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Assignment.class),
                            examples =
                                    @ExampleObject(name = "assign", value = CaseExamples.ASSIGN)))
    @APIResponse(responseCode = "200", ref = "IncidentNow")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<IncidentView> assign(@PathParam("id") String id, byte[] body) {
        Assignment wish = JsonBodies.readOptional(body, Assignment.class, new Assignment(null));
        Texts.check("/to", wish.to(), MAX_NAME);
        String told =
                wish.to() == null
                        ? "Assigned to nobody by %s.".formatted(caller.name())
                        : "Assigned to %s by %s.".formatted(wish.to(), caller.name());
        return annotate.assign(id, wish.to(), told).chain(done -> outcomes.after(id, done));
    }

    @POST
    @Path("/{id}:comment")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "commentIncident",
            summary = "Adds a comment",
            description =
                    "Also after it was resolved. The timeline and the incident event tell that there is one, not what it says.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Comment.class),
                            examples =
                                    @ExampleObject(name = "comment", value = CaseExamples.COMMENT)))
    @APIResponse(responseCode = "200", ref = "IncidentNow")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<IncidentView> comment(@PathParam("id") String id, byte[] body) {
        Comment comment = JsonBodies.read(body, Comment.class);
        Texts.require("/text", comment.text(), MAX_TEXT);
        Texts.check("/by", comment.by(), MAX_NAME);
        return annotate.comment(id, caller.speakingFor(comment.by()), comment.text().strip())
                .chain(done -> outcomes.after(id, done));
    }

    @POST
    @Path("/{id}:link")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "linkIncident",
            summary = "Notes that another one belongs to it",
            description = "On both. Again, nothing changes but the timeline.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Link.class),
                            examples = @ExampleObject(name = "link", value = CaseExamples.LINK)))
    @APIResponse(responseCode = "200", ref = "IncidentNow")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Unfit")
    public Uni<IncidentView> link(@PathParam("id") String id, byte[] body) {
        Link link = JsonBodies.read(body, Link.class);
        Texts.require("/incidentId", link.incidentId(), MAX_NAME);
        return annotate.link(id, link.incidentId(), caller.name())
                .chain(done -> outcomes.after(id, done));
    }
}
