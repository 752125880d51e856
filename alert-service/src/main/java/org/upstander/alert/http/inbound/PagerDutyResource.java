package org.upstander.alert.http.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
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
import org.upstander.alert.config.PagerDutyConfig;
import org.upstander.alert.domain.AlertKey;
import org.upstander.alert.domain.ChannelAction;

/**
 * Webhooks of PagerDuty, v3. Only what a person did counts: its own timers escalate and resolve,
 * too, and say nothing about whether somebody looked after anybody.
 */
@Path("/v1/inbound/pagerduty")
@PermitAll
@Tag(name = "Answers from channels")
class PagerDutyResource {

    private static final Map<String, ChannelAction> ACTIONS =
            Map.of(
                    "incident.acknowledged", ChannelAction.ACKNOWLEDGE,
                    "incident.resolved", ChannelAction.RESOLVE,
                    "incident.escalated", ChannelAction.ESCALATE);

    private final PagerDutySignature signature;
    private final ActByChannel actions;

    PagerDutyResource(PagerDutyConfig config, ActByChannel actions) {
        this.signature = new PagerDutySignature(Secrets.of(config.secrets()));
        this.actions = actions;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "receivePagerDuty",
            summary = "Webhook of PagerDuty (v3)",
            description =
                    "Acknowledges, resolves or escalates the incident that the incident_key names, of whichever run, when a person did so there. Signed by X-PagerDuty-Signature. Told again, nothing happens.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "acknowledged",
                                            value = CallExamples.PAGERDUTY)))
    @APIResponse(responseCode = "204", description = "Taken, whether it meant anything or not")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Void> receive(@HeaderParam("X-PagerDuty-Signature") String signed, byte[] given) {
        byte[] body = Calls.limited(given);
        Calls.require(signature.holds(signed, body));
        return wish(Calls.json(body).path("event"))
                .map(wish -> actions.act(wish).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<Wish> wish(JsonNode event) {
        JsonNode agent = event.path("agent");
        String id = event.path("id").asText();
        String key = event.path("data").path("incident_key").asText();
        boolean person = agent.path("type").asText().startsWith("user");
        if (!person || id.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(ACTIONS.get(event.path("event_type").asText()))
                .map(
                        action ->
                                new Wish(
                                        "pagerduty:" + id,
                                        AlertKey.of(key).incidentId(),
                                        action,
                                        Calls.who("pagerduty", agent.path("summary").asText()),
                                        true));
    }
}
