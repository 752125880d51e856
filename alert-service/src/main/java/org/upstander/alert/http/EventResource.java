package org.upstander.alert.http;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.reading.ChangeReader;
import org.upstander.alert.application.reading.ChangeReader.Change;
import org.upstander.alert.application.reading.FollowChanges;

@Path("/v1/events")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Tag(name = "Events")
class EventResource {

    private final FollowChanges changes;

    EventResource(FollowChanges changes) {
        this.changes = changes;
    }

    /** Data of an event; holds no post text and no author. */
    @Schema(name = "IncidentChange")
    record Data(
            String incidentId,
            String staffId,
            String state,
            int severity,
            Instant at,
            String what,
            String reason) {

        static Data of(Change change) {
            return new Data(
                    change.incidentId(),
                    change.staffId(),
                    change.state(),
                    change.severity(),
                    change.at(),
                    change.what(),
                    change.reason());
        }
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "events",
            summary = "Follows the timeline of all incidents",
            description =
                    "Server-sent events named 'incident'; a comment every 15 seconds keeps the line open. Reconnect with Last-Event-ID to miss nothing.")
    @Parameter(
            in = HEADER,
            name = "Last-Event-ID",
            description = "id of the last event received; left out: only what happens from now on.")
    @APIResponse(
            responseCode = "200",
            description = "Never ends",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = Data.class),
                            examples = @ExampleObject(name = "event", value = ReadExamples.EVENT)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Multi<OutboundSseEvent> follow(
            @HeaderParam("Last-Event-ID") String last, @Context Sse sse) {
        Optional<ChangeReader.Position> from =
                Optional.ofNullable(last).filter(id -> !id.isEmpty()).map(EventResource::position);
        return changes.from(from)
                .map(change -> change.map(c -> event(sse, c)).orElseGet(() -> heartbeat(sse)));
    }

    private static ChangeReader.Position position(String id) {
        return ChangeReader.Position.of(id)
                .orElseThrow(
                        () ->
                                Problems.parameter(
                                        "Last-Event-ID",
                                        "must be the id of an event of this stream; leave it out to begin now"));
    }

    private OutboundSseEvent event(Sse sse, Change change) {
        return sse.newEventBuilder()
                .id(change.position().toString())
                .name("incident")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(Data.of(change))
                .build();
    }

    private static OutboundSseEvent heartbeat(Sse sse) {
        return sse.newEventBuilder().comment("still here").build();
    }
}
