package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.directory.ScheduleDirectory;
import org.upstander.alert.domain.schedule.Schedule;

/** Who is on call, at an instant and over a span. */
@Path("/v1/schedules/{id}")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedules")
class OnCallResource {

    private static final Duration USUAL = Duration.ofDays(14);

    /** The longest is worked out within one answer: hourly turns in many layers are many. */
    private static final Duration LONGEST = Duration.ofDays(92);

    private final ScheduleDirectory schedules;
    private final Clock clock;

    OnCallResource(ScheduleDirectory schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @Schema(name = "OnCall")
    record OnCallBody(
            @Schema(description = "Ids; empty: nobody is on call.") List<String> contacts) {}

    @Schema(name = "Gap", description = "Nobody is on call.")
    record Gap(Instant from, Instant to) {}

    @Schema(name = "Shifts")
    record ShiftsBody(List<ScheduleBody.Shift> items, List<Gap> gaps) {}

    @GET
    @Path("/on-call")
    @Operation(operationId = "onCall", summary = "Who is on call at an instant")
    @APIResponse(
            responseCode = "200",
            description = "Whom a page at this instant would reach",
            content =
                    @Content(
                            schema = @Schema(implementation = OnCallBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "onCall",
                                            value = ScheduleExamples.ON_CALL)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<OnCallBody> onCall(
            @PathParam("id") String id,
            @QueryParam("at") @Parameter(description = "UTC; now where left out.") String at) {
        Instant when = Times.at("at", at, clock.instant());
        return schedule(id).map(schedule -> new OnCallBody(schedule.onCall(when)));
    }

    @GET
    @Path("/shifts")
    @Operation(operationId = "shifts", summary = "Who is on call over a span")
    @APIResponse(
            responseCode = "200",
            description = "Shifts by their beginning, cut at the ends of the span, and the gaps",
            content =
                    @Content(
                            schema = @Schema(implementation = ShiftsBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "shifts",
                                            value = ScheduleExamples.SHIFTS)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<ShiftsBody> shifts(
            @PathParam("id") String id,
            @QueryParam("from") @Parameter(description = "UTC; now where left out.") String from,
            @QueryParam("to")
                    @Parameter(description = "UTC, at most 92 days later; 14 where left out.")
                    String to) {
        Instant begin = Times.at("from", from, clock.instant());
        Instant end = Times.at("to", to, begin.plus(USUAL));
        if (!begin.isBefore(end) || begin.plus(LONGEST).isBefore(end)) {
            throw Problems.parameter(
                    "to",
                    "must be later than from, by at most %d days".formatted(LONGEST.toDays()));
        }
        return schedule(id)
                .map(
                        schedule ->
                                new ShiftsBody(
                                        schedule.shifts(begin, end).stream()
                                                .map(ScheduleBody.Shift::of)
                                                .toList(),
                                        gaps(schedule, begin, end)));
    }

    private static List<Gap> gaps(Schedule schedule, Instant from, Instant to) {
        return schedule.spans(from, to).stream()
                .filter(span -> span.contacts().isEmpty())
                .map(span -> new Gap(span.from(), span.to()))
                .toList();
    }

    private Uni<Schedule> schedule(String id) {
        return schedules
                .find(id)
                .map(found -> found.orElseThrow(Problems.notFound("schedule", id)).value());
    }
}
