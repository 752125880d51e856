package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
import org.upstander.alert.application.reading.IncidentDetail;
import org.upstander.alert.application.reading.IncidentReader;
import org.upstander.alert.application.reading.IncidentView;
import org.upstander.alert.application.reading.Query;

@Path("/v1/incidents")
@RolesAllowed(Scopes.INCIDENTS_READ)
@Tag(name = "Incidents")
class IncidentResource {

    private static final Set<String> STATES = Set.of("open", "acknowledged", "resolved");

    private static final List<CsvText.Column<IncidentView>> COLUMNS =
            List.of(
                    new CsvText.Column<>("id", IncidentView::id),
                    new CsvText.Column<>("staffId", IncidentView::staffId),
                    new CsvText.Column<>("state", IncidentView::state),
                    new CsvText.Column<>("severity", IncidentView::severity),
                    new CsvText.Column<>("categories", IncidentView::categories),
                    new CsvText.Column<>("patterns", IncidentView::patterns),
                    new CsvText.Column<>("sources", IncidentView::sources),
                    new CsvText.Column<>("authors", IncidentResource::authors),
                    new CsvText.Column<>("postCount", IncidentView::postCount),
                    new CsvText.Column<>("authorCount", IncidentView::authorCount),
                    new CsvText.Column<>("openedAt", IncidentView::openedAt),
                    new CsvText.Column<>("lastActivityAt", IncidentView::lastActivityAt));

    private final IncidentReader incidents;
    private final Cursors cursors;
    private final Answers answers;
    private final Caller caller;
    private final Clock clock;

    IncidentResource(
            IncidentReader incidents,
            Cursors cursors,
            Answers answers,
            Caller caller,
            Clock clock) {
        this.incidents = incidents;
        this.cursors = cursors;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "Incidents")
    record Part(List<IncidentView> items, String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.TEXT_CSV})
    @Operation(
            operationId = "listIncidents",
            summary = "Lists incidents, newest first",
            description =
                    "With Accept: text/csv as CSV, whose next part stands in the Link header. No post text.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list, with an ETag",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Part.class),
                        examples = @ExampleObject(name = "list", value = ReadExamples.INCIDENTS)),
                @Content(
                        mediaType = Answers.TEXT_CSV,
                        schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Response> list(
            @BeanParam ListParameters given, @Context Request request, @Context UriInfo uri) {
        Parameters read = new Parameters("incidents", cursors);
        Filters.Incidents filter =
                new Filters.Incidents(
                        read.text("staff", given.staff),
                        read.text("author", given.author),
                        read.text("source", given.source),
                        read.text("category", given.category),
                        read.severity(given.severity),
                        read.word("state", given.state, STATES),
                        read.time("from", given.from),
                        read.time("to", given.to));
        int limit = Lists.limit(given.limit);
        return incidents
                .page(new Query<>(filter, read.after(given.cursor), limit))
                .map(slice -> answers.list(slice, read, COLUMNS, request, uri));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getIncident",
            summary = "Shows an incident with timeline, evidence and pages",
            description = "The evidence holds the posts' text. Who saw it is kept, and why.")
    @Parameter(ref = "IfNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with an ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = IncidentBody.class),
                            examples =
                                    @ExampleObject(name = "incident", value = ReadExamples.DETAIL)))
    @APIResponse(responseCode = "304", ref = "Unchanged")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> get(
            @PathParam("id") String id,
            @QueryParam("why")
                    @Parameter(
                            description =
                                    "Why the text is read, for evidenceReads; up to 200 characters. The attacked person sees it.")
                    String why,
            @Context Request request) {
        Optional<String> reason = Texts.reason("why", why);
        return incidents.detail(id).chain(found -> show(id, found, reason, request));
    }

    private Uni<Response> show(
            String id, Optional<IncidentDetail> found, Optional<String> why, Request request) {
        IncidentBody body = IncidentBody.of(found.orElseThrow(Problems.notFound("incident", id)));
        byte[] tagged = answers.bytes(body.withoutReads());
        Optional<Response.ResponseBuilder> same = answers.notModified(tagged, request);
        if (same.isPresent()) {
            return Uni.createFrom().item(same.get().tag(Answers.tag(tagged)).build());
        }
        return incidents
                .logRead(id, caller.name(), clock.instant(), why)
                .map(
                        logged ->
                                Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
                                        .tag(Answers.tag(tagged))
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .build());
    }

    private static List<String> authors(IncidentView incident) {
        return incident.authors().stream()
                .map(author -> author.handle() == null ? author.id() : author.handle())
                .toList();
    }
}
