package org.upstander.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.access.Scopes;
import org.upstander.alert.application.Acknowledge;
import org.upstander.alert.application.EscalateNow;
import org.upstander.alert.application.Resolve;
import org.upstander.alert.application.reading.IncidentView;
import org.upstander.alert.domain.Acknowledgement.Kind;

@Path("/v1/incidents")
@RolesAllowed(Scopes.INCIDENTS_WRITE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
class IncidentActionResource {

    private static final int MAX_BY = 100;
    private static final int MAX_COMMENT = 500;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,39}");

    private final Acknowledge acknowledge;
    private final Resolve resolve;
    private final EscalateNow escalate;
    private final Outcomes outcomes;
    private final Caller caller;

    IncidentActionResource(
            Acknowledge acknowledge,
            Resolve resolve,
            EscalateNow escalate,
            Outcomes outcomes,
            Caller caller) {
        this.acknowledge = acknowledge;
        this.resolve = resolve;
        this.escalate = escalate;
        this.outcomes = outcomes;
        this.caller = caller;
    }

    @Schema(name = "IncidentAction")
    record Action(
            @Schema(description = "Who, at most 100 characters; the caller where left out.")
                    String by,
            @Schema(
                            description =
                                    "How far an acknowledgement goes: seen, called or safe, seen where left out. What came out of what is resolved: confirmed, false-alarm, …")
                    String kind,
            @Schema(
                            description =
                                    "For the timeline and the incident event, at most 500 characters. Quote no post in it.")
                    String comment,
            @Schema(
                            description =
                                    "Why an incident of severity 3 or more is closed although nobody called; the same as comment (resolve only).")
                    String reason) {

        static final Action NONE = new Action(null, null, null, null);

        private String words() {
            return reason == null ? comment : reason;
        }
    }

    @POST
    @Path("/{id}:acknowledge")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "acknowledgeIncident",
            summary = "Somebody is at it: nobody else is called",
            description =
                    "As seen, called or safe. The same again, or after it was resolved, changes nothing. Where the policy wants several people, paging goes on until as many have.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Action.class),
                            examples =
                                    @ExampleObject(
                                            name = "acknowledge",
                                            value = ReadExamples.ACKNOWLEDGE)))
    @APIResponse(responseCode = "200", ref = "IncidentNow")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<IncidentView> acknowledge(@PathParam("id") String id, byte[] body) {
        Action action = action(body);
        Kind kind = action.kind() == null ? Kind.SEEN : kind(action.kind());
        return acknowledge
                .acknowledge(id, by(action), kind, reason("Acknowledged by", action))
                .chain(done -> outcomes.after(id, done));
    }

    @POST
    @Path("/{id}:resolve")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "resolveIncident",
            summary = "It is over",
            description =
                    "Again, nothing changes. From severity 3 on somebody has to have acknowledged as called or safe, or reason says why not. A new attack opens it again within an hour, later a new incident.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Action.class),
                            examples =
                                    @ExampleObject(name = "resolve", value = ReadExamples.RESOLVE)))
    @APIResponse(responseCode = "200", ref = "IncidentNow")
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "ReasonMissing")
    public Uni<IncidentView> resolve(@PathParam("id") String id, byte[] body) {
        Action action = action(body);
        String reason =
                reason(
                        action.kind() == null
                                ? "Resolved by"
                                : "Resolved as " + action.kind() + " by",
                        action);
        return resolve.resolve(id, by(action), action.kind(), reason, action.words() != null)
                .chain(done -> outcomes.after(id, done));
    }

    @POST
    @Path("/{id}:escalate")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "escalateIncident",
            summary = "Calls the next step of the policy at once",
            description =
                    "Whatever the step would have waited for; a silence holds it all the same. The step after that waits its time from then on. Where no step is left, or somebody is at it already, nothing changes. escalation says what came of it: whom it called, or why nobody, and until when.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Action.class),
                            examples =
                                    @ExampleObject(
                                            name = "escalate",
                                            value = ReadExamples.ESCALATE)))
    @APIResponse(
            responseCode = "200",
            description = "The incident as it is now, and what came of it",
            content =
                    @Content(
                            schema = @Schema(implementation = EscalatedBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "escalated",
                                            value = ReadExamples.ESCALATED)))
    @APIResponse(responseCode = "400", ref = "Refused")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<EscalatedBody> escalate(@PathParam("id") String id, byte[] body) {
        return escalate.escalate(id, reason("Escalated by", action(body)))
                .chain(
                        done ->
                                outcomes.after(id, done)
                                        .map(incident -> EscalatedBody.of(incident, done)));
    }

    private static Kind kind(String word) {
        return Kind.of(word)
                .orElseThrow(() -> Problems.refused("/kind", "must be seen, called or safe"));
    }

    private static Action action(byte[] body) {
        Action action = JsonBodies.readOptional(body, Action.class, Action.NONE);
        Texts.check("/by", action.by(), MAX_BY);
        Texts.check("/comment", action.comment(), MAX_COMMENT);
        Texts.check("/reason", action.reason(), MAX_COMMENT);
        if (action.kind() != null && !KIND.matcher(action.kind()).matches()) {
            throw Problems.refused(
                    "/kind", "must be a word such as confirmed or false-alarm, at most 40 letters");
        }
        return action;
    }

    private String by(Action action) {
        return action.by() == null ? caller.name() : action.by();
    }

    private String reason(String what, Action action) {
        String who = caller.speakingFor(action.by());
        return action.words() == null
                ? "%s %s.".formatted(what, who)
                : "%s %s: %s".formatted(what, who, action.words().strip());
    }
}
