package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Takes what is due, less what would page an address too often. */
@ApplicationScoped
class TakeDeliveries {

    private final DeliveryStore deliveries;
    private final ThrottlePages throttlePages;

    TakeDeliveries(DeliveryStore deliveries, ThrottlePages throttlePages) {
        this.deliveries = deliveries;
        this.throttlePages = throttlePages;
    }

    /** Within the caller's transaction; what is held is put back afterwards by {@link #putBack}. */
    Uni<ThrottlePages.Split> take(
            Instant now, Instant leaseUntil, DeliveryStore.Room room, Collection<String> inHand) {
        return deliveries
                .claimDue(now, leaseUntil, room, inHand)
                .chain(claims -> throttlePages.split(claims, now));
    }

    Uni<Void> putBack(List<ThrottlePages.Held> held, Instant now) {
        return throttlePages.hold(held, now);
    }
}
