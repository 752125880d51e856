package org.upstander.alert.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.directory.CheckMethods;
import org.upstander.alert.application.directory.CheckOutcome;

/** Proves that a method reaches its contact. */
@Path("/v1/contacts/{id}/methods")
@RolesAllowed(Scopes.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class ContactMethodResource {

    private final CheckMethods checks;

    ContactMethodResource(CheckMethods checks) {
        this.checks = checks;
    }

    @Schema(name = "MethodCheck")
    record Sent(
            @Schema(description = "Over which it goes.") String channel,
            @Schema(type = SchemaType.STRING, format = "date-time") Instant expiresAt) {}

    @Schema(name = "MethodCode")
    record Code(
            @Schema(required = true, description = "Six digits, as they arrived.") String code) {}

    @POST
    @Path("/{place}:send-code")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "sendMethodCode",
            summary = "Sends a one-time code to a method",
            description =
                    "Methods count from 0. A code is good for 10 minutes and 5 tries; a new one ends the one before. At most 1 a minute, 3 in 15 minutes, 5 an hour and 10 a day for a contact.")
    @APIResponse(
            responseCode = "202",
            description = "It is sent at once, and again while that fails",
            content =
                    @Content(
                            schema = @Schema(implementation = Sent.class),
                            examples =
                                    @ExampleObject(
                                            name = "sent",
                                            value = ContactMethodExamples.ACCEPTED)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "429", ref = "TooMany")
    public Uni<Response> sendCode(@PathParam("id") String id, @PathParam("place") String place) {
        return checks.sendCode(id, place(place)).map(outcome -> answer(outcome, id, place));
    }

    @POST
    @Path("/{place}:verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verifyMethod",
            summary = "Verifies a method by the code that was sent to it",
            description = "From then on pages go there.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Code.class),
                            examples =
                                    @ExampleObject(
                                            name = "code",
                                            value = ContactMethodExamples.CODE)))
    @APIResponse(
            responseCode = "200",
            description = "The contact as it is now",
            content =
                    @Content(
                            schema = @Schema(implementation = ContactBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "contact",
                                            value = Examples.CONTACT_SHOWN)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Response> verify(
            @PathParam("id") String id, @PathParam("place") String place, byte[] body) {
        Code given = JsonBodies.read(body, Code.class);
        return checks.verify(id, place(place), given.code())
                .map(outcome -> answer(outcome, id, place));
    }

    @POST
    @Path("/{place}:test")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "testMethod",
            summary = "Sends a test message to a verified method",
            description =
                    "Methods count from 0. At most 1 a minute, 5 in 15 minutes, 10 an hour and 20 a day for a contact.")
    @APIResponse(
            responseCode = "202",
            description = "It is sent at once, and again while that fails",
            content =
                    @Content(
                            schema = @Schema(implementation = Sent.class),
                            examples =
                                    @ExampleObject(
                                            name = "sent",
                                            value = ContactMethodExamples.ACCEPTED)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "429", ref = "TooMany")
    public Uni<Response> test(@PathParam("id") String id, @PathParam("place") String place) {
        return checks.test(id, place(place)).map(outcome -> answer(outcome, id, place));
    }

    private static int place(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }

    private static Response answer(CheckOutcome outcome, String id, String place) {
        if (outcome instanceof CheckOutcome.Accepted accepted) {
            return Response.accepted(new Sent(accepted.channel(), accepted.expiresAt())).build();
        }
        if (outcome instanceof CheckOutcome.Verified verified) {
            return Response.ok(ContactBody.of(verified.entry(), verified.warnings()))
                    .tag(DirectoryAnswers.tag(verified.entry()))
                    .build();
        }
        if (outcome instanceof CheckOutcome.Refused refused) {
            throw Problems.refused(List.of(refused.violation()));
        }
        if (outcome instanceof CheckOutcome.TooMany many) {
            throw tooMany(many.pause());
        }
        throw Problems.notFound("method", id + "/" + place).get();
    }

    private static HttpProblem tooMany(Duration pause) {
        long seconds = pause.toSeconds() + 1;
        return HttpProblem.builder()
                .withStatus(Status.TOO_MANY_REQUESTS)
                .withTitle("Sent too often")
                .withDetail(
                        "The contact was sent as many as may be; try again in %d seconds."
                                .formatted(seconds))
                .withHeader(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
