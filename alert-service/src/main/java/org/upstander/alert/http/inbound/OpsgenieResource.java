package org.upstander.alert.http.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.alert.application.ActByChannel;
import org.upstander.alert.application.ActByChannel.Wish;
import org.upstander.alert.config.OpsgenieConfig;
import org.upstander.alert.domain.AlertKey;
import org.upstander.alert.domain.ChannelAction;

/** Webhooks of Opsgenie and Jira Service Management. Only what a person did counts. */
@Path("/v1/inbound/opsgenie")
@PermitAll
@Tag(name = "Answers from channels")
class OpsgenieResource {

    /** Its own rules, and us: what we told it comes back as an event. */
    private static final Set<String> MACHINES = Set.of("System", "Upstander");

    private static final Map<String, ChannelAction> ACTIONS =
            Map.of(
                    "Acknowledge", ChannelAction.ACKNOWLEDGE,
                    "Close", ChannelAction.RESOLVE,
                    "Escalate", ChannelAction.ESCALATE,
                    "EscalateNext", ChannelAction.ESCALATE);

    private final Secrets tokens;
    private final ActByChannel actions;

    OpsgenieResource(OpsgenieConfig config, ActByChannel actions) {
        this.tokens = Secrets.of(config.tokens());
        this.actions = actions;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "receiveOpsgenie",
            summary = "Webhook of Opsgenie or Jira Service Management",
            description =
                    "Acknowledges, resolves or escalates the incident that the alias names, of whichever run, when a person did so there. The shared token stands in the header X-Upstander-Token (better, as URLs are logged) or in ?token=. Told again, nothing happens.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "acknowledged",
                                            value = CallExamples.OPSGENIE)))
    @APIResponse(responseCode = "204", description = "Taken, whether it meant anything or not")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Void> receive(
            @HeaderParam("X-Upstander-Token") String header,
            @QueryParam("token") String query,
            byte[] given) {
        byte[] body = Calls.limited(given);
        String token = header == null ? query : header;
        Calls.require(token != null && tokens.contain(token));
        return wish(Calls.json(body))
                .map(wish -> actions.act(wish).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<Wish> wish(JsonNode call) {
        JsonNode alert = call.path("alert");
        String action = call.path("action").asText();
        String incident = AlertKey.of(alert.path("alias").asText()).incidentId();
        String who = alert.path("username").asText();
        if (incident.isEmpty() || who.isEmpty() || MACHINES.contains(who)) {
            return Optional.empty();
        }
        String id =
                String.join(
                        ":",
                        "opsgenie",
                        alert.path("alertId").asText(),
                        action,
                        alert.path("updatedAt").asText());
        return Optional.ofNullable(ACTIONS.get(action))
                .map(known -> new Wish(id, incident, known, Calls.who("opsgenie", who), true));
    }
}
