package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.directory.ReportCoverage;
import org.upstander.alert.domain.Coverage;

@Path("/v1/coverage")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
class CoverageResource {

    private final ReportCoverage coverage;

    CoverageResource(ReportCoverage coverage) {
        this.coverage = coverage;
    }

    @Schema(name = "Coverage")
    record Body(
            Instant from,
            Instant to,
            @Schema(description = "How many members of staff were looked at.") int staff,
            @Schema(description = "Those whom nobody would help at some time; empty is good.")
                    List<Item> items) {}

    @Schema(name = "Uncovered")
    record Item(String staffId, String displayName, String policyId, List<Gap> gaps) {}

    @Schema(name = "CoverageGap")
    record Gap(
            Instant from,
            Instant to,
            @Schema(description = "What keeps each of those who are named from being called.")
                    List<String> why) {}

    @GET
    @Operation(
            operationId = "coverage",
            summary = "Who has nobody to call at some time in the next 14 days",
            description =
                    "By the policy of each, the last resort included. Whoever is listed would be attacked and nobody would know.")
    @APIResponse(
            responseCode = "200",
            description = "The gaps, by member of staff",
            content =
                    @Content(
                            schema = @Schema(implementation = Body.class),
                            examples =
                                    @ExampleObject(
                                            name = "coverage",
                                            value = ScheduleExamples.COVERAGE)))
    public Uni<Body> coverage() {
        return coverage.report().map(CoverageResource::body);
    }

    private static Body body(ReportCoverage.Report report) {
        return new Body(
                report.from(),
                report.to(),
                report.staff(),
                report.uncovered().stream()
                        .map(
                                one ->
                                        new Item(
                                                one.staffId(),
                                                one.displayName(),
                                                one.policyId(),
                                                one.gaps().stream()
                                                        .map(CoverageResource::gap)
                                                        .toList()))
                        .toList());
    }

    private static Gap gap(Coverage.Gap gap) {
        return new Gap(gap.from(), gap.to(), gap.why());
    }
}
