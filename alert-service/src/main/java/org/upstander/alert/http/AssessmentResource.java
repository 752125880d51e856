package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.reading.AssessmentView;
import org.upstander.alert.application.reading.Cursors;
import org.upstander.alert.application.reading.Filters;
import org.upstander.alert.application.reading.LogReader;
import org.upstander.alert.application.reading.Query;

@Path("/v1/assessments")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Tag(name = "Assessments")
class AssessmentResource {

    private static final Set<String> VERDICTS =
            Set.of("attack", "criticism", "neutral", "supportive");

    private static final Set<String> SHADOWS = Set.of("disagrees");

    private static final List<CsvText.Column<AssessmentView>> COLUMNS =
            List.of(
                    new CsvText.Column<>("id", AssessmentView::id),
                    new CsvText.Column<>("staffId", AssessmentView::staffId),
                    new CsvText.Column<>("source", AssessmentView::source),
                    new CsvText.Column<>("externalId", AssessmentView::externalId),
                    new CsvText.Column<>("authorId", a -> a.author().id()),
                    new CsvText.Column<>("authorHandle", a -> a.author().handle()),
                    new CsvText.Column<>("threadId", AssessmentView::threadId),
                    new CsvText.Column<>("url", AssessmentView::url),
                    new CsvText.Column<>("postedAt", AssessmentView::postedAt),
                    new CsvText.Column<>("verdict", AssessmentView::verdict),
                    new CsvText.Column<>("severity", AssessmentView::severity),
                    new CsvText.Column<>("score", AssessmentView::score),
                    new CsvText.Column<>("categories", AssessmentView::categories),
                    new CsvText.Column<>("binding", AssessmentView::binding),
                    new CsvText.Column<>("spam", AssessmentView::spam),
                    new CsvText.Column<>("language", AssessmentView::language),
                    new CsvText.Column<>("model", AssessmentView::model),
                    new CsvText.Column<>("incidentId", AssessmentView::incidentId),
                    new CsvText.Column<>("shadow", AssessmentView::shadow));

    private final LogReader log;
    private final Cursors cursors;
    private final Answers answers;

    AssessmentResource(LogReader log, Cursors cursors, Answers answers) {
        this.log = log;
        this.cursors = cursors;
        this.answers = answers;
    }

    @Schema(name = "Assessments")
    record Part(List<AssessmentView> items, String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.TEXT_CSV})
    @Operation(
            operationId = "listAssessments",
            summary = "Lists verdicts, the latest posts first",
            description =
                    "Every mention of staff, also the harmless ones: they are the noise floor. No post text. With Accept: text/csv as CSV.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list, with an ETag",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Part.class),
                        examples = @ExampleObject(name = "list", value = ReadExamples.ASSESSMENTS)),
                @Content(
                        mediaType = Answers.TEXT_CSV,
                        schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> list(
            @BeanParam ListParameters given, @Context Request request, @Context UriInfo uri) {
        Parameters read = new Parameters("assessments", cursors);
        Filters.Assessments filter =
                new Filters.Assessments(
                        read.text("staff", given.staff),
                        read.text("author", given.author),
                        read.text("source", given.source),
                        read.word("verdict", given.verdict, VERDICTS),
                        read.text("category", given.category),
                        read.severity(given.severity),
                        read.word("shadow", given.shadow, SHADOWS) != null,
                        read.time("from", given.from),
                        read.time("to", given.to));
        int limit = Lists.limit(given.limit);
        return log.assessments(new Query<>(filter, read.after(given.cursor), limit))
                .map(slice -> answers.list(slice, read, COLUMNS, request, uri));
    }
}
