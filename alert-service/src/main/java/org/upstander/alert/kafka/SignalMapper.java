package org.upstander.alert.kafka;

import java.util.Set;
import org.upstander.alert.domain.Signal;
import org.upstander.contracts.v1.SignalEvent;

/** From the contract to the domain; what breaks the schema is refused. */
final class SignalMapper {

    private static final Set<String> TYPES =
            Set.of("moderation-action", "contact-attempt", Signal.AMPLIFICATION, Signal.JOIN);

    private SignalMapper() {}

    static Signal toDomain(SignalEvent event) {
        require(event.signalId() != null, "signalId");
        require(event.type() != null && TYPES.contains(event.type()), "type");
        if (Signal.AMPLIFICATION.equals(event.type())) {
            require(event.source() != null, "source");
            require(event.postId() != null, "postId");
        }
        if (Signal.JOIN.equals(event.type())) {
            require(event.source() != null, "source");
        }
        require(event.at() != null, "at");
        require(event.receivedAt() != null, "receivedAt");
        return new Signal(
                event.signalId(),
                event.type(),
                event.action(),
                event.kind(),
                event.account(),
                Authors.toDomain(event.author()),
                event.by(),
                event.staff(),
                event.source(),
                event.at(),
                event.receivedAt(),
                event.note(),
                event.postId(),
                event.inviteHash());
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new InvalidEvent(field);
        }
    }
}
