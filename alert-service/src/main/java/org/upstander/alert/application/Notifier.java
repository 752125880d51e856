package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.upstander.alert.domain.Channel;

/**
 * One outgoing channel. The Uni never fails: whatever goes wrong is a {@link DeliveryResult}, and
 * an exception is a bug. It ends within the channel's own timeout.
 */
public interface Notifier {

    Channel channel();

    /**
     * What is wrong with an address, and the fix, as the end of a sentence that begins with the
     * field's name; empty when this channel can use it.
     */
    default Optional<String> refusal(String address) {
        return Optional.empty();
    }

    Uni<DeliveryResult> send(Delivery delivery);
}
