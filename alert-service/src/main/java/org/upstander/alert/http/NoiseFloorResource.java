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
import org.upstander.alert.application.stats.ReadNoiseFloor;
import org.upstander.alert.application.stats.ReadNoiseFloor.Floor;
import org.upstander.alert.application.stats.ReadNoiseFloor.Point;
import org.upstander.alert.application.stats.Thanks;
import org.upstander.alert.domain.noise.TimeBuckets;
import org.upstander.alert.domain.noise.TimeBuckets.Size;

@Path("/v1/stats/noise-floor")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Tag(name = "Statistics")
class NoiseFloorResource {

    private static final List<GroupBy> GROUPS =
            List.of(GroupBy.NONE, GroupBy.STAFF, GroupBy.SOURCE);

    private static final List<CsvText.Column<Point>> COLUMNS =
            List.of(
                    new CsvText.Column<>("time", Point::time),
                    new CsvText.Column<>("staffId", Point::staffId),
                    new CsvText.Column<>("source", Point::source),
                    new CsvText.Column<>("supportive", Point::supportive),
                    new CsvText.Column<>("neutral", Point::neutral),
                    new CsvText.Column<>("criticism", Point::criticism),
                    new CsvText.Column<>("attack", Point::attack),
                    new CsvText.Column<>("spam", Point::spam),
                    new CsvText.Column<>("attackRatio", Point::attackRatio),
                    new CsvText.Column<>("trend", Point::trend),
                    new CsvText.Column<>("direction", Point::direction),
                    new CsvText.Column<>("centre", Point::centre),
                    new CsvText.Column<>("lowerLimit", Point::lowerLimit),
                    new CsvText.Column<>("upperLimit", Point::upperLimit),
                    new CsvText.Column<>("state", Point::state),
                    new CsvText.Column<>("reason", Point::reason),
                    new CsvText.Column<>("signalToNoiseDb", Point::signalToNoiseDb));

    private final ReadNoiseFloor noiseFloor;
    private final Answers answers;
    private final Caller caller;
    private final Clock clock;

    NoiseFloorResource(ReadNoiseFloor noiseFloor, Answers answers, Caller caller, Clock clock) {
        this.noiseFloor = noiseFloor;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "NoiseFloor")
    record Body(
            Instant from,
            @Schema(description = "End of the last bucket.") Instant to,
            @Schema(description = "In which days are days.") String zone,
            String bucket,
            @Schema(
                            description =
                                    "What is supportive, to pass on: how many, and the latest 5 of the last 7 days as links. No text.")
                    Thanks thanks,
            List<Point> items) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.TEXT_CSV})
    @Operation(
            operationId = "noiseFloor",
            summary = "Whether what is friendly keeps the attacks below the noise floor",
            description =
                    "attackRatio is attack / (supportive + neutral + criticism + attack); signalToNoiseDb is 10·log10((supportive + 1/2) / (attack + 1/2)). Limits are those of a p-chart, three sigmas around what was usual in the 28 days before (upstander.noise-floor); trend is an exponentially weighted average. Spam is in none of them. Limits of time as for the time series.")
    @APIResponse(
            responseCode = "200",
            description = "Stretches of time, with an ETag",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Body.class),
                        examples =
                                @ExampleObject(name = "a day", value = StatsExamples.NOISE_FLOOR)),
                @Content(
                        mediaType = Answers.TEXT_CSV,
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "the same",
                                        value = StatsExamples.NOISE_FLOOR_CSV))
            })
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> noiseFloor(
            @BeanParam StatsParameters given,
            @QueryParam("bucket") @Parameter(description = "hour or day; day where left out.")
                    String bucket,
            @QueryParam("groupBy")
                    @Parameter(description = "none, staff or source; none where left out.")
                    String groupBy,
            @Context Request request) {
        StatsRequest read = new StatsRequest(given, clock.instant());
        GroupBy groups = StatsRequest.groupBy(groupBy, GROUPS);
        TimeBuckets buckets = read.buckets(bucket, List.of(Size.DAY, Size.HOUR));
        boolean csv = read.csv(request);
        String self = caller.staffId().orElse("");
        return noiseFloor
                .read(groups, buckets, read.filter())
                .map(found -> found.orElseThrow(StatsRequest::tooMuch))
                .map(
                        floor ->
                                answers.table(
                                        body(buckets, floor, self),
                                        floor.points(),
                                        COLUMNS,
                                        csv,
                                        request));
    }

    private static Body body(TimeBuckets buckets, Floor floor, String self) {
        return new Body(
                buckets.from(),
                buckets.to(),
                buckets.zone().getId(),
                buckets.size().wireName(),
                floor.thanks().withoutLinksAbout(self),
                floor.points());
    }
}
