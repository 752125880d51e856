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
import java.util.Locale;
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
import org.upstander.alert.application.AnswerMessage.Answered;
import org.upstander.alert.application.LateOutcome;
import org.upstander.alert.application.ReplyCodes;
import org.upstander.alert.application.Transition;
import org.upstander.alert.application.language.Language;
import org.upstander.alert.domain.ChannelAction;
import org.upstander.alert.domain.TextReply;

/** Text messages: answers to them, and what became of them. */
@Path("/v1/inbound/twilio")
@PermitAll
@Tag(name = "Answers from channels")
class TwilioTextResource {

    /** Twilio answers these itself, and refuses to text a number that said STOP. */
    private static final Set<String> CARRIER_WORDS =
            Set.of(
                    "stop",
                    "stopall",
                    "unsubscribe",
                    "cancel",
                    "end",
                    "quit",
                    "revoke",
                    "optout",
                    "start",
                    "yes",
                    "unstop",
                    "help",
                    "info");

    private static final String NOTHING = "<Response/>";

    private final TwilioCalls calls;
    private final AnswerMessage answers;
    private final LateOutcome late;
    private final Language language;

    TwilioTextResource(
            TwilioCalls calls, AnswerMessage answers, LateOutcome late, Language language) {
        this.calls = calls;
        this.answers = answers;
        this.late = late;
        this.language = language;
    }

    @POST
    @Path("/text")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_XML)
    @Operation(
            operationId = "receiveText",
            summary = "A text message from a phone",
            description =
                    "12a acknowledges, 12c closes, 12e escalates; bare a, c or e is about the last message. Signed by X-Twilio-Signature. Told again, nothing happens.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "text", value = CallExamples.TEXT)))
    @APIResponse(
            responseCode = "200",
            description = "What is texted back, as TwiML",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_XML,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "twiml", value = CallExamples.TWIML)))
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<String> text(
            @HeaderParam("X-Twilio-Signature") String signed,
            @Context UriInfo called,
            byte[] body) {
        Form form = calls.read(signed, called, body);
        String from = form.get("From");
        String text = form.get("Body");
        Optional<TextReply> reply = TextReply.of(text);
        if (reply.isEmpty()) {
            return CARRIER_WORDS.contains(text.strip().toLowerCase(Locale.ROOT))
                    ? Uni.createFrom().item(NOTHING)
                    : answers.help(from)
                            .chain(
                                    last ->
                                            last.map(this::help)
                                                    .orElseGet(
                                                            () -> Uni.createFrom().item(NOTHING)));
        }
        return answers.byText(
                        "sms:" + form.get("MessageSid"),
                        from,
                        reply.get().code(),
                        reply.get().action())
                .chain(
                        answered ->
                                answered.filter(at -> at.done().isPresent())
                                        .map(at -> said(at, reply.get().action()))
                                        .orElseGet(() -> Uni.createFrom().item(NOTHING)));
    }

    private Uni<String> help(ReplyCodes.Meaning last) {
        return language.textsOf(last.contactId())
                .map(texts -> message(texts.of("sms.help", last.code())));
    }

    private Uni<String> said(Answered answered, ChannelAction action) {
        return language.textsOf(answered.contactId())
                .map(
                        texts ->
                                message(
                                        texts.of(
                                                "sms." + word(answered.done().get(), action),
                                                answered.code())));
    }

    private static String word(Transition done, ChannelAction action) {
        if (done instanceof Transition.ReasonMissing) {
            return "call-first";
        }
        if (done instanceof Transition.Escalated escalated && !escalated.paged()) {
            return "nobody";
        }
        boolean changed =
                done instanceof Transition.Changed || done instanceof Transition.Escalated;
        return changed ? action.wireName() : "nothing";
    }

    private static String message(String text) {
        return "<Response><Message>" + text + "</Message></Response>";
    }

    @POST
    @Path("/status")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "receiveTextStatus",
            summary = "What became of a text message",
            description =
                    "delivered is kept as receipt; after undelivered or failed the contact's next method is tried at once. Signed by X-Twilio-Signature.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(name = "status", value = CallExamples.STATUS)))
    @APIResponse(responseCode = "204", description = "Taken")
    @APIResponse(responseCode = "400", ref = "Refused")
    public Uni<Void> status(
            @QueryParam("delivery") @DefaultValue("") String delivery,
            @QueryParam("attempt") @DefaultValue("0") int attempt,
            @HeaderParam("X-Twilio-Signature") String signed,
            @Context UriInfo called,
            byte[] body) {
        Form form = calls.read(signed, called, body);
        return switch (form.get("MessageStatus")) {
            case "delivered" ->
                    late.arrived(delivery, attempt, form.get("MessageSid") + " delivered");
            case "undelivered", "failed" -> late.lost(delivery, attempt);
            default -> Uni.createFrom().voidItem();
        };
    }
}
