package org.upstander.alert.http.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.alert.application.ActByChannel;
import org.upstander.alert.application.ActByChannel.Wish;
import org.upstander.alert.application.AnswerButton;
import org.upstander.alert.application.Transition;
import org.upstander.alert.config.SlackConfig;
import org.upstander.alert.domain.ChannelAction;

/** Buttons that were pressed in Slack. */
@Path("/v1/inbound/slack")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers from channels")
class SlackResource {

    /** The button that only opens a page is told, too. */
    private static final Map<String, ChannelAction> ACTIONS =
            Map.of(
                    "ack", ChannelAction.ACKNOWLEDGE,
                    "ack_called", ChannelAction.ACKNOWLEDGE_CALLED,
                    "ack_safe", ChannelAction.ACKNOWLEDGE_SAFE,
                    "escalate", ChannelAction.ESCALATE);

    private static final int MAX_ACTIONS = 10;

    private final SlackSignature signature;
    private final ActByChannel actions;
    private final AnswerButton answer;

    SlackResource(SlackConfig config, ActByChannel actions, AnswerButton answer, Clock clock) {
        this.signature = new SlackSignature(Secrets.of(config.signingSecrets()), clock);
        this.actions = actions;
        this.answer = answer;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "receiveSlack",
            summary = "Interactivity request of Slack",
            description =
                    "The buttons ack (seen), ack_called, ack_safe and escalate, with the incident's id as value. Signed by X-Slack-Signature (v0), at most five minutes old. Told again, nothing happens. The message is changed through response_url, at hooks.slack.com only: who has it takes the place of the buttons.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "button", value = CallExamples.SLACK)))
    @APIResponse(
            responseCode = "200",
            description = "Taken, whether it meant anything or not",
            content =
                    @Content(
                            schema = @Schema(implementation = Object.class),
                            examples = @ExampleObject(name = "taken", value = "{}")))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Map<String, String>> receive(
            @HeaderParam("X-Slack-Request-Timestamp") String timestamp,
            @HeaderParam("X-Slack-Signature") String signed,
            byte[] given) {
        byte[] body = Calls.limited(given);
        Calls.require(signature.holds(timestamp, signed, body));
        String payload = Form.of(body).map(form -> form.get("payload")).orElse("");
        JsonNode call = Calls.json(Secrets.bytes(payload));
        String replyTo = call.path("response_url").asText();
        return Multi.createFrom()
                .iterable(wishes(call))
                .onItem()
                .transformToUniAndConcatenate(
                        wish -> actions.act(wish).invoke(done -> later(replyTo, wish, done)))
                .collect()
                .asList()
                .replaceWith(Map.of());
    }

    /** Slack waits three seconds for us, so we do not wait for Slack. Lost, a press shows it. */
    private void later(String replyTo, Wish wish, Optional<Transition> done) {
        done.filter(transition -> !replyTo.isEmpty())
                .ifPresent(
                        transition ->
                                answer.tell(replyTo, wish.action(), transition)
                                        .subscribe()
                                        .with(told -> {}, failure -> {}));
    }

    private static List<Wish> wishes(JsonNode payload) {
        JsonNode user = payload.path("user");
        String name = user.path("username").asText(user.path("name").asText());
        String who = Calls.who("slack", name.isEmpty() ? user.path("id").asText() : name);
        List<Wish> wishes = new ArrayList<>();
        for (JsonNode pressed : payload.path("actions")) {
            String kind = pressed.path("action_id").asText();
            String incident = pressed.path("value").asText();
            if (ACTIONS.containsKey(kind) && !incident.isEmpty() && wishes.size() < MAX_ACTIONS) {
                String id =
                        String.join(
                                ":",
                                "slack",
                                user.path("id").asText(),
                                pressed.path("action_ts").asText(),
                                kind,
                                incident);
                wishes.add(new Wish(id, incident, ACTIONS.get(kind), who, false));
            }
        }
        return wishes;
    }
}
