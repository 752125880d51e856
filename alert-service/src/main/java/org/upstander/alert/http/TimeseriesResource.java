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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.stats.GroupBy;
import org.upstander.alert.application.stats.Metric;
import org.upstander.alert.application.stats.ReadTimeseries;
import org.upstander.alert.application.stats.ReadTimeseries.Value;
import org.upstander.alert.domain.noise.TimeBuckets;
import org.upstander.alert.domain.noise.TimeBuckets.Size;

@Path("/v1/stats/timeseries")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Tag(name = "Statistics")
class TimeseriesResource {

    private static final List<String> METRICS =
            Arrays.stream(Metric.values()).map(Metric::wireName).toList();

    private static final List<GroupBy> GROUPS =
            List.of(GroupBy.NONE, GroupBy.STAFF, GroupBy.SOURCE, GroupBy.VERDICT);

    private static final List<CsvText.Column<Value>> COLUMNS =
            List.of(
                    new CsvText.Column<>("time", Value::time),
                    new CsvText.Column<>("staffId", Value::staffId),
                    new CsvText.Column<>("source", Value::source),
                    new CsvText.Column<>("verdict", Value::verdict),
                    new CsvText.Column<>("metric", Value::metric),
                    new CsvText.Column<>("unit", Value::unit),
                    new CsvText.Column<>("value", Value::value));

    private final ReadTimeseries timeseries;
    private final Answers answers;
    private final Clock clock;

    TimeseriesResource(ReadTimeseries timeseries, Answers answers, Clock clock) {
        this.timeseries = timeseries;
        this.answers = answers;
        this.clock = clock;
    }

    @Schema(name = "Timeseries")
    record Body(
            Instant from,
            @Schema(description = "End of the last bucket.") Instant to,
            @Schema(description = "In which days are days.") String zone,
            String bucket,
            List<Value> items) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.TEXT_CSV})
    @Operation(
            operationId = "timeseries",
            summary = "How often staff are mentioned, and how, over time",
            description =
                    "Whole buckets, each there also at 0; the value is left out where there is none. By when posts were posted. bucket=hour for 92 days at most, days of UTC for 1,100, days of another zone for 400 (an hour counts for the day in which it begins); 50,000 values at most. With format=csv or Accept: text/csv as CSV.")
    @APIResponse(
            responseCode = "200",
            description = "The values, by time, with an ETag",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Body.class),
                        examples =
                                @ExampleObject(
                                        name = "attacks by person",
                                        value = StatsExamples.TIMESERIES)),
                @Content(
                        mediaType = Answers.TEXT_CSV,
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "the same",
                                        value = StatsExamples.TIMESERIES_CSV))
            })
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> timeseries(
            @BeanParam StatsParameters given,
            @QueryParam("metric")
                    @Parameter(
                            description =
                                    "mentions (all but spam), supportive, neutral, criticism, attack, spam, attackRatio or signalToNoiseDb; mentions where left out.")
                    String metric,
            @QueryParam("bucket") @Parameter(description = "hour or day; day where left out.")
                    String bucket,
            @QueryParam("groupBy")
                    @Parameter(
                            description =
                                    "none, staff, source or, of mentions, verdict; none where left out.")
                    String groupBy,
            @Context Request request) {
        StatsRequest read = new StatsRequest(given, clock.instant());
        GroupBy groups = StatsRequest.groupBy(groupBy, GROUPS);
        Metric wanted = metric(metric);
        if (groups == GroupBy.VERDICT && wanted != Metric.MENTIONS) {
            throw Problems.parameter("groupBy", "can be verdict with metric=mentions only");
        }
        TimeBuckets buckets = read.buckets(bucket, List.of(Size.DAY, Size.HOUR));
        boolean csv = read.csv(request);
        return timeseries
                .read(wanted, groups, buckets, read.filter())
                .map(found -> found.orElseThrow(StatsRequest::tooMuch))
                .map(
                        values ->
                                answers.table(
                                        new Body(
                                                buckets.from(),
                                                buckets.to(),
                                                buckets.zone().getId(),
                                                buckets.size().wireName(),
                                                values),
                                        values,
                                        COLUMNS,
                                        csv,
                                        request));
    }

    private static Metric metric(String given) {
        return given == null || given.isEmpty()
                ? Metric.MENTIONS
                : Metric.of(StatsRequest.word("metric", given, METRICS)).orElseThrow();
    }
}
