package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.SimulatePolicy;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.StaffMember;

@Path("/v1/policies")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
class SimulationResource {

    private static final int USUAL_SEVERITY = 2;
    private static final int MAX_SEVERITY = 4;
    private static final int MAX_AUTHORS = 100;

    private final SimulatePolicy policies;
    private final Clock clock;

    SimulationResource(SimulatePolicy policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @POST
    @Path("/{id}:simulate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "simulatePolicy",
            summary = "Who would be paged when, and who would not and why",
            description =
                    "Plays an incident through that nobody acknowledges. The engine itself decides; nothing is kept and nobody is called.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimulationBody.Wish.class),
                            examples =
                                    @ExampleObject(
                                            name = "attack",
                                            value = ScheduleExamples.ATTACK)))
    @APIResponse(
            responseCode = "200",
            description = "The pages in the order of their time",
            content =
                    @Content(
                            schema = @Schema(implementation = SimulationBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "pages",
                                            value = ScheduleExamples.SIMULATION)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<SimulationBody> simulate(@PathParam("id") String id, byte[] body) {
        return policies.simulate(id, attack(JsonBodies.read(body, SimulationBody.Wish.class)))
                .map(result -> answer(id, result));
    }

    private static SimulationBody answer(String id, SimulatePolicy.Result result) {
        if (result instanceof SimulatePolicy.Result.Simulated simulated) {
            return SimulationBody.of(simulated.simulation());
        }
        if (result instanceof SimulatePolicy.Result.UnknownStaff) {
            throw Problems.refused(
                    "/staffId", "is not in the directory; name a member of staff who is");
        }
        throw Problems.notFound("policy", id).get();
    }

    private SimulatePolicy.Attack attack(SimulationBody.Wish wish) {
        List<Violation> wrong = new ArrayList<>();
        if (wish.staffId() == null) {
            wrong.add(new Violation("/staffId", "is required: who is attacked"));
        }
        int severity = wish.severity() == null ? USUAL_SEVERITY : wish.severity();
        if (severity < 1 || severity > MAX_SEVERITY) {
            wrong.add(new Violation("/severity", "must be from 1 to " + MAX_SEVERITY));
        }
        List<SimulationBody.Author> authors = wish.authors() == null ? List.of() : wish.authors();
        if (authors.size() > MAX_AUTHORS) {
            wrong.add(new Violation("/authors", "at most %d".formatted(MAX_AUTHORS)));
        }
        for (int i = 0; i < authors.size(); i++) {
            if (authors.get(i) == null
                    || authors.get(i).platform() == null
                    || authors.get(i).handle() == null) {
                wrong.add(new Violation("/authors/" + i, "must have platform and handle"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problems.refused(wrong);
        }
        return new SimulatePolicy.Attack(
                wish.staffId(),
                severity,
                authors.stream()
                        .map(one -> new StaffMember.Handle(one.platform(), one.handle()))
                        .toList(),
                Times.within("/at", wish.at(), clock.instant()));
    }
}
