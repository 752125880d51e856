package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.upstander.alert.domain.ChannelAction;

/** Does what a contact answers to a text message or a call, in their name. */
@ApplicationScoped
public class AnswerMessage {

    private final Transactions transactions;
    private final ReplyCodes codes;
    private final DeliveryCallbacks deliveries;
    private final ActByChannel actions;
    private final Inbox inbox;
    private final Clock clock;

    AnswerMessage(
            Transactions transactions,
            ReplyCodes codes,
            DeliveryCallbacks deliveries,
            ActByChannel actions,
            Inbox inbox,
            Clock clock) {
        this.transactions = transactions;
        this.codes = codes;
        this.deliveries = deliveries;
        this.actions = actions;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * What became of an answer.
     *
     * @param code the number it was about, 0 for a call
     * @param done empty when the same answer came before
     * @param contactId in whose name
     */
    public record Answered(int code, Optional<Transition> done, String contactId) {}

    /**
     * By text message.
     *
     * @param eventId the carrier's id of the answer
     * @param address of the phone, as the contact's method has it
     * @param code which message; empty for the last one
     * @return empty when no such message went there
     */
    public Uni<Optional<Answered>> byText(
            String eventId, String address, OptionalInt code, ChannelAction action) {
        return transactions.run(
                () ->
                        codes.find(address, code)
                                .chain(
                                        found ->
                                                found.map(what -> act(eventId, what, action))
                                                        .orElseGet(AnswerMessage::nothing)));
    }

    private Uni<Optional<Answered>> act(
            String eventId, ReplyCodes.Meaning what, ChannelAction action) {
        return actions.act(
                        new ActByChannel.Wish(
                                eventId,
                                what.incidentId(),
                                action,
                                "sms:" + what.contactId(),
                                false))
                .map(done -> Optional.of(new Answered(what.code(), done, what.contactId())));
    }

    /**
     * By a key during a call.
     *
     * @param eventId the carrier's id of the call, and the key
     * @return empty when there was no such call
     */
    public Uni<Optional<Answered>> byKey(String eventId, String deliveryId, ChannelAction action) {
        return transactions.run(
                () ->
                        deliveries
                                .find(deliveryId)
                                .chain(
                                        found ->
                                                found.filter(job -> job.contactId() != null)
                                                        .map(job -> act(eventId, job, action))
                                                        .orElseGet(AnswerMessage::nothing)));
    }

    /** Who was called, as far as there was such a call. */
    public Uni<Optional<String>> caller(String deliveryId) {
        return transactions.run(
                () ->
                        deliveries
                                .find(deliveryId)
                                .map(found -> found.map(DeliveryStore.Job::contactId)));
    }

    private Uni<Optional<Answered>> act(
            String eventId, DeliveryStore.Job job, ChannelAction action) {
        return actions.act(
                        new ActByChannel.Wish(
                                eventId,
                                job.incidentId(),
                                action,
                                "voice:" + job.contactId(),
                                false))
                .map(done -> Optional.of(new Answered(0, done, job.contactId())));
    }

    /**
     * Whether to explain the grammar to somebody whose answer was not understood: at most once an
     * hour, or two machines would talk to each other for ever.
     *
     * @return the last message that went there
     */
    public Uni<Optional<ReplyCodes.Meaning>> help(String address) {
        Instant now = clock.instant();
        String once = "sms-help:%s:%s".formatted(address, now.truncatedTo(ChronoUnit.HOURS));
        return transactions.run(
                () ->
                        codes.find(address, OptionalInt.empty())
                                .chain(
                                        last ->
                                                last.isEmpty()
                                                        ? Uni.createFrom().item(Optional.empty())
                                                        : inbox.firstSeen(
                                                                        Inbox.Stream.CALLBACKS,
                                                                        Set.of(once),
                                                                        now)
                                                                .map(
                                                                        fresh ->
                                                                                fresh.isEmpty()
                                                                                        ? Optional
                                                                                                .empty()
                                                                                        : last)));
    }

    private static Uni<Optional<Answered>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
