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
import java.time.Instant;
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
import org.upstander.alert.application.EventModeEffects;
import org.upstander.alert.application.directory.EventModeDirectory;

@Path("/v1/event-modes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Event modes")
class EventModeResource {

    private static final String KIND = "event mode";

    private final EventModeDirectory entries;
    private final DirectoryAnswers answers;
    private final Caller caller;

    EventModeResource(EventModeDirectory entries, DirectoryAnswers answers, Caller caller) {
        this.entries = entries;
        this.answers = answers;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putEventMode",
            summary = "Declares a competition or a ban wave, or changes it",
            description =
                    "While it lasts, insults of severity 1 and 2 open an incident only from a higher probability on (competition 0.80 and 0.65, ban_wave 0.90 and 0.70), not on juniors; threats, doxxing, stalking, incitement, extortion and protected names weigh one severity more. Counts for what is recorded from then on; nothing is judged again. Idempotent: 201 at first, 200 after.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventModeBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "competition",
                                            value = HoldExamples.EVENT_MODE)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content = @Content(schema = @Schema(implementation = EventModeBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = EventModeBody.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> put(@PathParam("id") String id, byte[] body) {
        EventModeBody wanted = JsonBodies.read(body, EventModeBody.class);
        DirectoryAnswers.sameId(id, wanted.id());
        return entries.put(id, wanted.draft(id, caller.name()), Optional.empty())
                .map(result -> answers.put(result, "/v1/event-modes/" + id, EventModeBody::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_READ)
    @Operation(
            operationId = "getEventMode",
            summary = "Shows an event mode, by whom it was put and why")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "As kept, with an ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = EventModeBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "competition",
                                            value = HoldExamples.EVENT_MODE_SHOWN)))
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> get(@PathParam("id") String id, @Context Request request) {
        return entries.find(id)
                .map(found -> answers.found(found, request, KIND, id, EventModeBody::of));
    }

    @Schema(name = "EventModeReport")
    record Report(
            @Schema(description = "How many attacks opened no incident because of it.") long held,
            @Schema(description = "How many weighed one severity more.") long raised,
            @Schema(description = "Of both, newest first, up to 200.") List<Done> latest) {

        static Report of(EventModeEffects.Report report) {
            return new Report(
                    report.held(),
                    report.raised(),
                    report.latest().stream()
                            .map(
                                    one ->
                                            new Done(
                                                    one.assessmentId(),
                                                    one.staffId(),
                                                    one.effect(),
                                                    one.reason(),
                                                    one.at()))
                            .toList());
        }
    }

    @Schema(name = "EventModeEffect")
    record Done(
            String assessmentId,
            String staffId,
            @Schema(enumeration = {"held", "raised"}) String effect,
            String reason,
            Instant at) {}

    @GET
    @Path("/{id}/report")
    @RolesAllowed(Scopes.INCIDENTS_READ)
    @Operation(operationId = "reportEventMode", summary = "What an event mode did so far, and why")
    @APIResponse(
            responseCode = "200",
            description = "Counts, and the latest one by one",
            content =
                    @Content(
                            schema = @Schema(implementation = Report.class),
                            examples =
                                    @ExampleObject(
                                            name = "report",
                                            value = HoldExamples.EVENT_MODE_REPORT)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Report> report(@PathParam("id") String id) {
        return entries.report(id)
                .map(found -> Report.of(found.orElseThrow(Problems.notFound(KIND, id))));
    }

    @Schema(name = "EventModes")
    record Part(List<EventModeBody> items, String next) {}

    @GET
    @RolesAllowed(Scopes.INCIDENTS_READ)
    @Operation(
            operationId = "listEventModes",
            summary = "Lists in the order of ids, also those that are over")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(schema = @Schema(implementation = Part.class)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Lists<EventModeBody>> list(@BeanParam PageParameters part) {
        return answers.page(entries::page, "event-modes", part, EventModeBody::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scopes.INCIDENTS_WRITE)
    @Operation(operationId = "deleteEventMode", summary = "Ends an event mode")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> delete(@PathParam("id") String id) {
        return entries.delete(id).map(result -> answers.deleted(result, KIND, id));
    }
}
