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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.stats.ReadTop;
import org.upstander.alert.application.stats.ReadTop.Item;
import org.upstander.alert.application.stats.TopReader.By;

@Path("/v1/stats/top")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Tag(name = "Statistics")
class TopResource {

    private static final Duration MOST = Duration.ofDays(31);
    private static final int USUAL = 10;
    private static final int MOST_ITEMS = 100;

    private static final List<String> WORDS =
            Arrays.stream(By.values()).map(TopResource::word).toList();

    private static final List<CsvText.Column<Item>> COLUMNS =
            List.of(
                    new CsvText.Column<>("rank", Item::rank),
                    new CsvText.Column<>("author", Item::author),
                    new CsvText.Column<>("source", Item::source),
                    new CsvText.Column<>("threadId", Item::threadId),
                    new CsvText.Column<>("attacks", Item::attacks),
                    new CsvText.Column<>("authors", Item::authors),
                    new CsvText.Column<>("staff", Item::staff),
                    new CsvText.Column<>("severity", Item::severity),
                    new CsvText.Column<>("risk", Item::risk),
                    new CsvText.Column<>("lastAt", Item::lastAt));

    private final ReadTop top;
    private final Answers answers;
    private final Clock clock;

    TopResource(ReadTop top, Answers answers, Clock clock) {
        this.top = top;
        this.answers = answers;
        this.clock = clock;
    }

    @Schema(name = "Top")
    record Body(
            Instant from,
            Instant to,
            @Schema(description = "authors, threads or sources.") String by,
            List<Item> items) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.TEXT_CSV})
    @Operation(
            operationId = "top",
            summary = "Who and where attacks come from, most risk first",
            description =
                    "risk is the sum of the severities of the attacks, each of which halves in 7 days: severity · 2^(-age / 7 d), as of to. Authors are pseudonyms that stay the same in this installation; 31 days at most.")
    @APIResponse(
            responseCode = "200",
            description = "The ranks, with an ETag",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Body.class),
                        examples = @ExampleObject(name = "authors", value = StatsExamples.TOP)),
                @Content(
                        mediaType = Answers.TEXT_CSV,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "the same", value = StatsExamples.TOP_CSV))
            })
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> top(
            @BeanParam StatsParameters given,
            @QueryParam("by")
                    @Parameter(description = "authors, threads or sources; authors where left out.")
                    String by,
            @QueryParam("limit")
                    @Parameter(description = "At most so many, 1 to 100; 10 where left out.")
                    String limit,
            @Context Request request) {
        StatsRequest read = new StatsRequest(given, clock.instant());
        read.noLongerThan(MOST, "");
        By wanted = by(by);
        int most = StatsRequest.number("limit", limit, 1, MOST_ITEMS, USUAL);
        boolean csv = read.csv(request);
        return top.top(wanted, read.filter(), read.from(), read.to(), most)
                .map(
                        items ->
                                answers.table(
                                        new Body(read.from(), read.to(), word(wanted), items),
                                        items,
                                        COLUMNS,
                                        csv,
                                        request));
    }

    private static By by(String given) {
        return given == null || given.isEmpty()
                ? By.AUTHORS
                : By.values()[WORDS.indexOf(StatsRequest.word("by", given, WORDS))];
    }

    private static String word(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
