package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.domain.ChannelAction;

/** Does what somebody asks for from where a message reached them, once. */
@ApplicationScoped
public class ActByChannel {

    private final Transactions transactions;
    private final Inbox inbox;
    private final ActOnIncident act;
    private final Clock clock;

    ActByChannel(Transactions transactions, Inbox inbox, ActOnIncident act, Clock clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.act = act;
        this.clock = clock;
    }

    /**
     * @param eventId the other side's id of what it tells, with the channel's name in front; told
     *     again, nothing happens
     * @param by who, as {@code channel:who}; a short line
     * @param there whether it was done in a system of alerts, which a person has closed then: two
     *     truths would help nobody, so a grave incident is closed without more words
     */
    public record Wish(
            String eventId, String incidentId, ChannelAction action, String by, boolean there) {}

    /** Empty for an event that was told before. */
    public Uni<Optional<Transition>> act(Wish wish) {
        return transactions.run(
                () ->
                        inbox.firstSeen(
                                        Inbox.Stream.CALLBACKS,
                                        Set.of(wish.eventId()),
                                        clock.instant())
                                .chain(
                                        fresh ->
                                                fresh.isEmpty()
                                                        ? Uni.createFrom().item(Optional.empty())
                                                        : act.act(wish).map(Optional::of)));
    }
}
