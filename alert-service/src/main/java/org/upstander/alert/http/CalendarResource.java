package org.upstander.alert.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.alert.application.directory.CalendarFeeds;
import org.upstander.alert.http.calendar.CalendarText;

/** Calendars, open to whoever holds their address: calendar programs cannot log in. */
@Path("/v1/calendars")
@PermitAll
@Tag(name = "Schedules")
class CalendarResource {

    static final String TEXT_CALENDAR = "text/calendar";

    private final CalendarFeeds feeds;

    CalendarResource(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @Path("/{secret}.ics")
    @Produces(TEXT_CALENDAR)
    @Operation(
            operationId = "readCalendar",
            summary = "Shifts from two weeks back to twelve weeks ahead",
            description = "To be subscribed to; without a login.")
    @APIResponse(
            responseCode = "200",
            description = "iCalendar (RFC 5545), in UTC",
            content =
                    @Content(
                            mediaType = TEXT_CALENDAR,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "calendar",
                                            value = CalendarExamples.CALENDAR)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> read(@PathParam("secret") String secret) {
        return feeds.read(secret)
                .map(
                        found ->
                                found.map(CalendarResource::calendar)
                                        .orElseGet(CalendarResource::unknown));
    }

    private static Response calendar(CalendarFeeds.Feed feed) {
        return Response.ok(CalendarText.of(feed), TEXT_CALENDAR + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** Answered rather than thrown: what is thrown is logged with its address. */
    private static Response unknown() {
        HttpProblem problem =
                Problems.problem(
                        Status.NOT_FOUND,
                        "Not found",
                        "There is no such calendar, or its address was renewed; ask for the new one.");
        return problem.toResponse();
    }
}
