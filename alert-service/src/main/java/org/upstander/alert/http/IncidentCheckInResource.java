package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.CheckIn;
import org.upstander.alert.application.reading.IncidentView;

/** The attacked says every so often that she is well. */
@Path("/v1/incidents")
@RolesAllowed(Scopes.INCIDENTS_WRITE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
class IncidentCheckInResource {

    private static final int MAX_NAME = 100;
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final CheckIn checkIn;
    private final Outcomes outcomes;
    private final Caller caller;

    IncidentCheckInResource(CheckIn checkIn, Outcomes outcomes, Caller caller) {
        this.checkIn = checkIn;
        this.outcomes = outcomes;
        this.caller = caller;
    }

    @Schema(name = "IncidentCheckIn")
    record Wish(
            @Schema(required = true, description = "PT5M to PT24H.") String every,
            @Schema(description = "Who, at most 100 characters; the caller where left out.")
                    String by) {}

    @Schema(name = "IncidentCheckedIn")
    record Done(
            @Schema(description = "Who, at most 100 characters; the caller where left out.")
                    String by) {}

    @POST
    @Path("/{id}:check-in")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "startCheckIn",
            summary = "Expects to hear every so often that she is well",
            description =
                    "Is nothing heard in time, the second step of the policy is called at once, and with each further interval the next one, behind the last resort all of them again. An acknowledgement as called counts as heard. Ends when the incident is resolved or acknowledged as safe.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Wish.class),
                            examples =
                                    @ExampleObject(
                                            name = "check-in",
                                            value = CaseExamples.CHECK_IN)))
    @APIResponse(responseCode = "200", ref = "IncidentNow")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Unfit")
    public Uni<IncidentView> start(@PathParam("id") String id, byte[] body) {
        Wish wish = JsonBodies.read(body, Wish.class);
        Texts.check("/by", wish.by(), MAX_NAME);
        Duration every =
                duration(wish.every())
                        .orElseThrow(
                                () ->
                                        Problems.refused(
                                                "/every",
                                                "must be a duration from PT5M to PT24H such as PT30M"));
        String told =
                "%s expects a check-in every %d min."
                        .formatted(caller.speakingFor(wish.by()), every.toMinutes());
        return checkIn.start(id, every, told).chain(done -> outcomes.after(id, done));
    }

    @POST
    @Path("/{id}:checked-in")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "checkedIn",
            summary = "She is well",
            description = "The time begins again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Done.class),
                            examples =
                                    @ExampleObject(
                                            name = "checked-in",
                                            value = CaseExamples.CHECKED_IN)))
    @APIResponse(responseCode = "200", ref = "IncidentNow")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Unfit")
    public Uni<IncidentView> checkedIn(@PathParam("id") String id, byte[] body) {
        Done wish = JsonBodies.readOptional(body, Done.class, new Done(null));
        Texts.check("/by", wish.by(), MAX_NAME);
        return checkIn.checkedIn(id, "%s heard from her.".formatted(caller.speakingFor(wish.by())))
                .chain(done -> outcomes.after(id, done));
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(Duration::parse)
                    .filter(every -> every.compareTo(SHORTEST) >= 0)
                    .filter(every -> every.compareTo(LONGEST) <= 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
