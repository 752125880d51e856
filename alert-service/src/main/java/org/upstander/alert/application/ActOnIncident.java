package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.domain.ChannelAction;

/** Does what somebody asks for who was called, also where the incident was merged meanwhile. */
@ApplicationScoped
class ActOnIncident {

    private final MergedIncidents merged;
    private final Acknowledge acknowledge;
    private final Resolve resolve;
    private final EscalateNow escalate;

    ActOnIncident(
            MergedIncidents merged,
            Acknowledge acknowledge,
            Resolve resolve,
            EscalateNow escalate) {
        this.merged = merged;
        this.acknowledge = acknowledge;
        this.resolve = resolve;
        this.escalate = escalate;
    }

    /** Within the caller's transaction. */
    Uni<Transition> act(ActByChannel.Wish wish) {
        // Whoever closes the alert of a merged incident elsewhere tidies up, and does not say that
        // the other one is over.
        boolean itself = wish.there() && wish.action() == ChannelAction.RESOLVE;
        return itself
                ? act(wish, wish.incidentId())
                : merged.endOf(wish.incidentId()).chain(end -> act(wish, end));
    }

    private Uni<Transition> act(ActByChannel.Wish wish, String incidentId) {
        String reason = "%s %s it".formatted(wish.by(), wish.action().done());
        return switch (wish.action()) {
            case ACKNOWLEDGE, ACKNOWLEDGE_CALLED, ACKNOWLEDGE_SAFE ->
                    acknowledge.acknowledge(
                            incidentId,
                            wish.by(),
                            wish.action().acknowledges().orElseThrow(),
                            reason);
            case RESOLVE -> resolve.resolve(incidentId, wish.by(), null, reason, wish.there());
            case ESCALATE -> escalate.escalate(incidentId, reason);
        };
    }
}
