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
import org.upstander.alert.application.stats.ReadWhatIf;
import org.upstander.alert.application.stats.ReadWhatIf.Item;
import org.upstander.alert.application.stats.WhatIfReader.Bar;
import org.upstander.alert.domain.noise.TimeBuckets;
import org.upstander.alert.domain.noise.TimeBuckets.Size;

@Path("/v1/stats/what-if")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Tag(name = "Statistics")
class WhatIfResource {

    private static final Duration MOST = Duration.ofDays(31);
    private static final double LEAST_THRESHOLD = 0.05;
    private static final double MOST_THRESHOLD = 0.95;
    private static final int MOST_SEVERE = 4;

    private static final List<CsvText.Column<Item>> COLUMNS =
            List.of(
                    new CsvText.Column<>("time", Item::time),
                    new CsvText.Column<>("assessmentsWouldPage", Item::assessmentsWouldPage),
                    new CsvText.Column<>("incidentsWouldOpen", Item::incidentsWouldOpen),
                    new CsvText.Column<>("assessmentsPaged", Item::assessmentsPaged),
                    new CsvText.Column<>("incidentsOpened", Item::incidentsOpened),
                    new CsvText.Column<>("pagesSent", Item::pagesSent));

    private final ReadWhatIf whatIf;
    private final Answers answers;
    private final Clock clock;

    WhatIfResource(ReadWhatIf whatIf, Answers answers, Clock clock) {
        this.whatIf = whatIf;
        this.answers = answers;
        this.clock = clock;
    }

    @Schema(name = "WhatIf")
    record Body(
            double threshold,
            int severity,
            Instant from,
            Instant to,
            @Schema(description = "In which days are days.") String zone,
            List<Item> items) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.TEXT_CSV})
    @Operation(
            operationId = "whatIf",
            summary = "How often people would have been paged by another threshold",
            description =
                    "By the scores of the last 7 days (31 at most), day by day, beside what did page. Whoever has an attackThreshold keeps it. What is no attack today has no severity and counts as 1. Nothing is judged again, and silences, maintenance, event modes and throttles are left out.")
    @APIResponse(
            responseCode = "200",
            description = "The days, with an ETag",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Body.class),
                        examples =
                                @ExampleObject(name = "two days", value = StatsExamples.WHAT_IF)),
                @Content(
                        mediaType = Answers.TEXT_CSV,
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "the same",
                                        value = StatsExamples.WHAT_IF_CSV))
            })
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> whatIf(
            @BeanParam StatsParameters given,
            @QueryParam("threshold")
                    @Parameter(
                            required = true,
                            description =
                                    "Least probability of an attack that counts as one, 0.05 to 0.95.")
                    String threshold,
            @QueryParam("severity")
                    @Parameter(
                            description =
                                    "Least severity that pages, 1 to 4; one less on juniors. As it is set up where left out.")
                    String severity,
            @Context Request request) {
        StatsRequest read = new StatsRequest(given, clock.instant());
        read.noLongerThan(MOST, "");
        Bar bar =
                new Bar(
                        threshold(threshold),
                        StatsRequest.number(
                                "severity", severity, 1, MOST_SEVERE, whatIf.usualSeverity()));
        TimeBuckets days = read.buckets(null, List.of(Size.DAY));
        boolean csv = read.csv(request);
        return whatIf.read(bar, days, read.filter())
                .map(
                        found ->
                                found.orElseThrow(
                                        () ->
                                                Problems.parameter(
                                                        "threshold",
                                                        "is exceeded by more than 200,000 posts: ask for a higher one, a shorter time, or one staff or source")))
                .map(
                        items ->
                                answers.table(
                                        new Body(
                                                bar.threshold(),
                                                bar.severity(),
                                                days.from(),
                                                days.to(),
                                                days.zone().getId(),
                                                items),
                                        items,
                                        COLUMNS,
                                        csv,
                                        request));
    }

    private static double threshold(String given) {
        try {
            double threshold = Double.parseDouble(given == null ? "" : given);
            if (threshold >= LEAST_THRESHOLD && threshold <= MOST_THRESHOLD) {
                return threshold;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Problems.parameter("threshold", "must be a number from 0.05 to 0.95");
    }
}
