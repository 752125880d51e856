package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.directory.CalendarEvent;
import org.upstander.alert.application.directory.ImportShifts;
import org.upstander.alert.application.directory.PutResult;
import org.upstander.alert.application.directory.ScheduleDirectory;
import org.upstander.alert.domain.schedule.Schedule;
import org.upstander.alert.http.calendar.CalendarEvents;

/** Takes a calendar that was kept elsewhere into a schedule. */
@Path("/v1/schedules/{id}:import")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedules")
class ScheduleImportResource {

    private static final int MAX_BYTES = 256 * 1024;
    private static final String KIND = "schedule";

    private final ScheduleDirectory schedules;
    private final ImportShifts imports;
    private final Clock clock;

    ScheduleImportResource(ScheduleDirectory schedules, ImportShifts imports, Clock clock) {
        this.schedules = schedules;
        this.imports = imports;
        this.clock = clock;
    }

    @Schema(name = "CalendarImported")
    record Imported(
            @Schema(description = "That the calendar has, those that are over too.") int events,
            @Schema(description = "That came of them.") int shifts,
            @Schema(description = "As it is now.") ScheduleBody schedule) {}

    @POST
    @Consumes(CalendarResource.TEXT_CALENDAR)
    @Operation(
            operationId = "importCalendar",
            summary = "Takes the events of a calendar as shifts",
            description =
                    "All of them, or none. Whoever attends an event is found by the e-mail method of a contact; without that, SUMMARY must be a contact's id or display name. Daily and weekly series count for 180 days. In a temporary schedule nobody is on call between the events.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = CalendarResource.TEXT_CALENDAR,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "calendar",
                                            value = CalendarExamples.HANDED_IN)))
    @APIResponse(
            responseCode = "200",
            description = "What came of it; the same calendar again changes nothing",
            content =
                    @Content(
                            schema = @Schema(implementation = Imported.class),
                            examples =
                                    @ExampleObject(
                                            name = "imported",
                                            value = CalendarExamples.IMPORTED)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> take(
            @PathParam("id") String id,
            @QueryParam("as")
                    @Parameter(
                            description =
                                    "temporary: a temporary schedule, from the first event to the last, in place of others in that span; add: overrides by which they are on call as well. temporary where left out.")
                    String as,
            byte[] body) {
        ImportShifts.As what = as(as);
        if (body == null || body.length > MAX_BYTES) {
            throw Problems.refused(
                    "", "must have at most 256 KiB; hand in a shorter time or fewer details");
        }
        return schedules
                .find(id)
                .map(found -> found.orElseThrow(Problems.notFound(KIND, id)).value())
                // A thousand series take a while to work out.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(schedule -> read(body, schedule))
                .chain(
                        events ->
                                imports.take(id, what, events)
                                        .map(outcome -> answer(id, events.size(), outcome)));
    }

    private List<CalendarEvent> read(byte[] body, Schedule schedule) {
        CalendarEvents.Read read = CalendarEvents.of(body, schedule.zone(), clock.instant());
        if (!read.violations().isEmpty()) {
            throw Problems.refused(read.violations());
        }
        return read.events();
    }

    private static Response answer(String id, int events, ImportShifts.Outcome outcome) {
        PutResult<Schedule> result = outcome.schedule().orElseThrow(Problems.notFound(KIND, id));
        if (result instanceof PutResult.Kept<Schedule> kept) {
            return Response.ok(
                            new Imported(
                                    events,
                                    outcome.shifts(),
                                    ScheduleBody.of(kept.entry(), kept.warnings())))
                    .build();
        }
        throw Problems.refused(((PutResult.Refused<Schedule>) result).violations());
    }

    private static ImportShifts.As as(String name) {
        return switch (name == null ? "temporary" : name) {
            case "temporary" -> ImportShifts.As.TEMPORARY;
            case "add" -> ImportShifts.As.ADD;
            default -> throw Problems.parameter("as", "must be temporary or add");
        };
    }
}
