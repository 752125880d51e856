package org.upstander.alert.http.inbound;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.upstander.alert.application.AnswerMessage;
import org.upstander.alert.application.LateOutcome;
import org.upstander.alert.application.Transition;
import org.upstander.alert.application.language.Language;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.domain.ChannelAction;

/** Calls: keys that were pressed, and whether anybody answered. */
@Path("/v1/inbound/twilio")
@PermitAll
@Tag(name = "Answers from channels")
class TwilioCallResource {

    private static final Map<String, ChannelAction> KEYS =
            Map.of("4", ChannelAction.ACKNOWLEDGE, "6", ChannelAction.RESOLVE);

    private static final Set<String> NOBODY = Set.of("busy", "no-answer", "failed", "canceled");

    private final TwilioCalls calls;
    private final AnswerMessage answers;
    private final LateOutcome late;
    private final Language language;

    TwilioCallResource(
            TwilioCalls calls, AnswerMessage answers, LateOutcome late, Language language) {
        this.calls = calls;
        this.answers = answers;
        this.late = late;
        this.language = language;
    }

    @POST
    @Path("/keys")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_XML)
    @Operation(
            operationId = "receiveKey",
            summary = "A key that was pressed during a call",
            description =
                    "4 acknowledges, 6 closes. Signed by X-Twilio-Signature. Told again, nothing happens.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "key", value = CallExamples.KEYS)))
    @APIResponse(
            responseCode = "200",
            description = "What is said, as TwiML",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_XML,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "twiml", value = CallExamples.SAID)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<String> key(
            @QueryParam("delivery") @DefaultValue("") String delivery,
            @HeaderParam("X-Twilio-Signature") String signed,
            @Context UriInfo called,
            byte[] body) {
        Form form = calls.read(signed, called, body);
        Optional<ChannelAction> action = Optional.ofNullable(KEYS.get(form.get("Digits")));
        if (action.isEmpty()) {
            return answers.caller(delivery)
                    .chain(this::texts)
                    .map(texts -> say("voice.no-key", texts));
        }
        String id = "voice:%s:%s".formatted(form.get("CallSid"), form.get("Digits"));
        return answers.byKey(id, delivery, action.get())
                .chain(
                        answered ->
                                texts(answered.map(AnswerMessage.Answered::contactId))
                                        .map(texts -> say(key(answered, action.get()), texts)));
    }

    private Uni<Texts> texts(Optional<String> contactId) {
        return contactId
                .map(language::textsOf)
                .orElseGet(() -> Uni.createFrom().item(language.texts(null)));
    }

    private static String key(Optional<AnswerMessage.Answered> answered, ChannelAction action) {
        return answered.flatMap(AnswerMessage.Answered::done)
                        .filter(Transition.Changed.class::isInstance)
                        .isPresent()
                ? "voice." + action.wireName()
                : "voice.nothing";
    }

    private static String say(String key, Texts texts) {
        return "<Response>" + texts.spoken(texts.of(key)) + "</Response>";
    }

    @POST
    @Path("/call")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "receiveCallStatus",
            summary = "What became of a call",
            description =
                    "completed is kept as receipt; where nobody answered, the contact's next method is tried at once. Signed by X-Twilio-Signature.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "status", value = CallExamples.CALL)))
    @APIResponse(responseCode = "204", description = "Taken")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Void> call(
            @QueryParam("delivery") @DefaultValue("") String delivery,
            @QueryParam("attempt") @DefaultValue("0") int attempt,
            @HeaderParam("X-Twilio-Signature") String signed,
            @Context UriInfo called,
            byte[] body) {
        Form form = calls.read(signed, called, body);
        String status = form.get("CallStatus");
        if (NOBODY.contains(status)) {
            return late.lost(delivery, attempt);
        }
        return status.equals("completed")
                ? late.arrived(delivery, attempt, form.get("CallSid") + " completed")
                : Uni.createFrom().voidItem();
    }
}
