package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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
import org.upstander.alert.application.reading.Filters;
import org.upstander.alert.application.reading.LogReader;
import org.upstander.alert.application.reading.NotificationView;
import org.upstander.alert.application.reading.Query;

@Path("/v1/notifications")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Tag(name = "Notifications")
class NotificationResource {

    private static final Set<String> OUTCOMES =
            Set.of("delivered", "try-again", "refused", "lease-expired");

    private static final List<CsvText.Column<NotificationView>> COLUMNS =
            List.of(
                    new CsvText.Column<>("id", NotificationView::id),
                    new CsvText.Column<>("deliveryId", NotificationView::deliveryId),
                    new CsvText.Column<>("incidentId", NotificationView::incidentId),
                    new CsvText.Column<>("kind", NotificationView::kind),
                    new CsvText.Column<>("contactId", NotificationView::contactId),
                    new CsvText.Column<>("channel", NotificationView::channel),
                    new CsvText.Column<>("step", NotificationView::step),
                    new CsvText.Column<>("attempt", NotificationView::attempt),
                    new CsvText.Column<>("at", NotificationView::at),
                    new CsvText.Column<>("tookMillis", NotificationView::tookMillis),
                    new CsvText.Column<>("outcome", NotificationView::outcome),
                    new CsvText.Column<>("failure", NotificationView::failure),
                    new CsvText.Column<>("receipt", NotificationView::receipt));

    private final LogReader log;
    private final Cursors cursors;
    private final Answers answers;

    NotificationResource(LogReader log, Cursors cursors, Answers answers) {
        this.log = log;
        this.cursors = cursors;
        this.answers = answers;
    }

    /** Query parameters. */
    static class Given {

        @QueryParam("incident")
        @Parameter(description = "Id of the incident.")
        String incident;

        @QueryParam("contact")
        @Parameter(description = "Id of the contact.")
        String contact;

        @QueryParam("channel")
        @Parameter(description = "email, webhook, …")
        String channel;

        @QueryParam("outcome")
        @Parameter(description = "delivered, try-again, refused or lease-expired.")
        String outcome;

        @QueryParam("from")
        @Parameter(description = "At or after, 2026-11-23T12:00:00Z.")
        String from;

        @QueryParam("to")
        @Parameter(description = "Before, 2026-11-24T12:00:00Z.")
        String to;

        @QueryParam("cursor")
        @Parameter(description = "next of the part before, with the same filters.")
        String cursor;

        @QueryParam("limit")
        @Parameter(description = "At most so many, 1 to 200; 50 where left out.")
        String limit;
    }

    @Schema(name = "Notifications")
    record Part(List<NotificationView> items, String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.TEXT_CSV})
    @Operation(
            operationId = "listNotifications",
            summary = "Lists attempts to reach somebody, newest first",
            description = "Addresses are not shown. With Accept: text/csv as CSV.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list, with an ETag",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Part.class),
                        examples =
                                @ExampleObject(name = "list", value = ReadExamples.NOTIFICATIONS)),
                @Content(
                        mediaType = Answers.TEXT_CSV,
                        schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> list(
            @BeanParam Given given, @Context Request request, @Context UriInfo uri) {
        Parameters read = new Parameters("notifications", cursors);
        Filters.Notifications filter =
                new Filters.Notifications(
                        read.text("incident", given.incident),
                        read.text("contact", given.contact),
                        read.text("channel", given.channel),
                        read.word("outcome", given.outcome, OUTCOMES),
                        read.time("from", given.from),
                        read.time("to", given.to));
        int limit = Lists.limit(given.limit);
        return log.notifications(new Query<>(filter, read.after(given.cursor), limit))
                .map(slice -> answers.list(slice, read, COLUMNS, request, uri));
    }
}
