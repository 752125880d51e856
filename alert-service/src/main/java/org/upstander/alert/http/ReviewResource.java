package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.reading.Cursors;
import org.upstander.alert.application.reading.Query;
import org.upstander.alert.application.review.ReviewFilter;
import org.upstander.alert.application.review.ReviewStore;
import org.upstander.alert.application.review.ReviewedAssessment;

/** What people said of assessments, to be taken away and learnt from. */
@Path("/v1/reviews")
@RolesAllowed(Scopes.ADMIN)
@Tag(name = "Reviews")
class ReviewResource {

    private static final List<CsvText.Column<ReviewedAssessment>> COLUMNS =
            List.of(
                    new CsvText.Column<>("assessmentId", ReviewedAssessment::assessmentId),
                    new CsvText.Column<>("staffId", ReviewedAssessment::staffId),
                    new CsvText.Column<>("source", ReviewedAssessment::source),
                    new CsvText.Column<>("model", r -> r.assessed().model()),
                    new CsvText.Column<>("verdict", r -> r.assessed().verdict()),
                    new CsvText.Column<>("severity", r -> r.assessed().severity()),
                    new CsvText.Column<>("score", r -> r.assessed().score()),
                    new CsvText.Column<>("binding", r -> r.assessed().binding()),
                    new CsvText.Column<>("language", r -> r.assessed().language()),
                    new CsvText.Column<>("reviewedAs", r -> r.review().verdict()),
                    new CsvText.Column<>("by", r -> r.review().by()),
                    new CsvText.Column<>("note", r -> r.review().note()),
                    new CsvText.Column<>("reviewedAt", r -> r.review().at()),
                    new CsvText.Column<>("text", ReviewedAssessment::text));

    private final ReviewStore reviews;
    private final Cursors cursors;
    private final Answers answers;
    private final Caller caller;

    ReviewResource(ReviewStore reviews, Cursors cursors, Answers answers, Caller caller) {
        this.reviews = reviews;
        this.cursors = cursors;
        this.answers = answers;
        this.caller = caller;
    }

    @Schema(name = "Reviews")
    record Part(List<ReviewedAssessment> items, String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.TEXT_CSV})
    @Operation(
            operationId = "listReviews",
            summary = "Lists reviewed assessments, the latest review first: rows to learn from",
            description =
                    "Texts only with text=true, of posts that are evidence; that is noted as a reading of each incident. With Accept: text/csv as CSV.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list, with an ETag",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Part.class),
                        examples = @ExampleObject(name = "list", value = ReviewExamples.LIST)),
                @Content(
                        mediaType = Answers.TEXT_CSV,
                        schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> list(
            @BeanParam ListParameters given,
            @Parameter(description = "true: with the posts' texts.")
                    @QueryParam("text")
                    @DefaultValue("false")
                    boolean text,
            @Context Request request,
            @Context UriInfo uri) {
        Parameters read = new Parameters("reviews", cursors);
        ReviewFilter filter =
                new ReviewFilter(
                        read.text("staff", given.staff),
                        read.text("source", given.source),
                        read.time("from", given.from),
                        read.time("to", given.to));
        Query<ReviewFilter> query =
                new Query<>(filter, read.after(given.cursor), Lists.limit(given.limit));
        return reviews.list(query, text ? caller.name() : null)
                .map(slice -> answers.list(slice, read, COLUMNS, request, uri));
    }
}
