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
import org.upstander.alert.application.stats.GroupBy;
import org.upstander.alert.application.stats.ReadResponse;
import org.upstander.alert.application.stats.ReadResponse.Item;
import org.upstander.alert.domain.noise.TimeBuckets;
import org.upstander.alert.domain.noise.TimeBuckets.Size;

@Path("/v1/stats/response")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Tag(name = "Statistics")
class ResponseTimesResource {

    private static final Duration MOST = Duration.ofDays(400);

    private static final List<GroupBy> GROUPS =
            List.of(GroupBy.NONE, GroupBy.STAFF, GroupBy.SOURCE);

    private static final List<CsvText.Column<Item>> COLUMNS =
            List.of(
                    new CsvText.Column<>("time", Item::time),
                    new CsvText.Column<>("staffId", Item::staffId),
                    new CsvText.Column<>("source", Item::source),
                    new CsvText.Column<>("incidents", Item::incidents),
                    new CsvText.Column<>("acknowledged", Item::acknowledged),
                    new CsvText.Column<>("acknowledgeP50Seconds", Item::acknowledgeP50Seconds),
                    new CsvText.Column<>("acknowledgeP90Seconds", Item::acknowledgeP90Seconds),
                    new CsvText.Column<>("resolved", Item::resolved),
                    new CsvText.Column<>("resolveP50Seconds", Item::resolveP50Seconds),
                    new CsvText.Column<>("resolveP90Seconds", Item::resolveP90Seconds),
                    new CsvText.Column<>("pages", Item::pages),
                    new CsvText.Column<>("pagesPerIncident", Item::pagesPerIncident),
                    new CsvText.Column<>("judged", Item::judged),
                    new CsvText.Column<>("judgedFalse", Item::judgedFalse),
                    new CsvText.Column<>("falsePageShare", Item::falsePageShare));

    private final ReadResponse response;
    private final Answers answers;
    private final Clock clock;

    ResponseTimesResource(ReadResponse response, Answers answers, Clock clock) {
        this.response = response;
        this.answers = answers;
        this.clock = clock;
    }

    @Schema(name = "ResponseTimes")
    record Body(
            Instant from,
            Instant to,
            @Schema(description = "In which days are days.") String zone,
            String bucket,
            List<Item> items) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.TEXT_CSV})
    @Operation(
            operationId = "responseTimes",
            summary = "How fast people helped, and how often they were called in vain",
            description =
                    "Of the incidents that opened in a stretch of time: seconds until the first acknowledgement and until the end (median and 90th percentile), pages, and of those that people judged (:verdict) the share in which nobody found an attack. Stretches in which nothing opened are left out; 400 days at most.")
    @APIResponse(
            responseCode = "200",
            description = "By time, then group, with an ETag",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Body.class),
                        examples = @ExampleObject(name = "a week", value = StatsExamples.RESPONSE)),
                @Content(
                        mediaType = Answers.TEXT_CSV,
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "the same",
                                        value = StatsExamples.RESPONSE_CSV))
            })
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> responseTimes(
            @BeanParam StatsParameters given,
            @QueryParam("bucket")
                    @Parameter(
                            description = "all (one from from to to) or day; all where left out.")
                    String bucket,
            @QueryParam("groupBy")
                    @Parameter(description = "none, staff or source; none where left out.")
                    String groupBy,
            @Context Request request) {
        StatsRequest read = new StatsRequest(given, clock.instant());
        read.noLongerThan(MOST, "");
        GroupBy groups = StatsRequest.groupBy(groupBy, GROUPS);
        TimeBuckets buckets = read.buckets(bucket, List.of(Size.ALL, Size.DAY));
        boolean csv = read.csv(request);
        return response.read(buckets, groups, read.filter())
                .map(
                        items ->
                                answers.table(
                                        new Body(
                                                buckets.from(),
                                                buckets.to(),
                                                buckets.zone().getId(),
                                                buckets.size().wireName(),
                                                items),
                                        items,
                                        COLUMNS,
                                        csv,
                                        request));
    }
}
