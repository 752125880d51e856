package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import org.upstander.alert.domain.Channel;

/**
 * One outgoing channel. The Uni never fails: whatever goes wrong is a {@link DeliveryResult}, and
 * an exception is a bug. It ends within the channel's own timeout.
 */
public interface Notifier {

    Channel channel();

    Uni<DeliveryResult> send(Delivery delivery);
}
