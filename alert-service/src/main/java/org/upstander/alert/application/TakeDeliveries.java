package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes what is due, less what is not right any more or would page an address too often. */
@ApplicationScoped
class TakeDeliveries {

    private final DeliveryStore deliveries;
    private final LookAgain lookAgain;
    private final HeldCalls heldCalls;
    private final ThrottlePages throttlePages;

    TakeDeliveries(
            DeliveryStore deliveries,
            LookAgain lookAgain,
            HeldCalls heldCalls,
            ThrottlePages throttlePages) {
        this.deliveries = deliveries;
        this.lookAgain = lookAgain;
        this.heldCalls = heldCalls;
        this.throttlePages = throttlePages;
    }

    /**
     * @param split what may be sent, and what has to wait
     * @param stale what is not sent at all
     */
    record Taken(ThrottlePages.Split split, List<LookAgain.Stale> stale) {}

    /** Within the caller's transaction; what is not sent follows afterwards by {@link #putBack}. */
    Uni<Taken> take(
            Instant now, Instant leaseUntil, DeliveryStore.Room room, Collection<String> inHand) {
        return deliveries
                .claimDue(now, leaseUntil, room, inHand)
                .chain(
                        claims ->
                                stale(claims, now)
                                        .chain(
                                                stale ->
                                                        throttlePages
                                                                .split(without(stale, claims), now)
                                                                .map(
                                                                        split ->
                                                                                new Taken(
                                                                                        split,
                                                                                        stale))));
    }

    private Uni<List<LookAgain.Stale>> stale(List<DeliveryStore.Claim> claims, Instant now) {
        return lookAgain
                .stale(claims)
                .chain(
                        stale ->
                                heldCalls
                                        .stale(without(stale, claims), now)
                                        .map(
                                                held -> {
                                                    List<LookAgain.Stale> all =
                                                            new ArrayList<>(stale);
                                                    all.addAll(held);
                                                    return all;
                                                }));
    }

    private static List<DeliveryStore.Claim> without(
            List<LookAgain.Stale> stale, List<DeliveryStore.Claim> claims) {
        Set<String> ids =
                stale.stream().map(one -> one.claim().job().id()).collect(Collectors.toSet());
        return claims.stream().filter(claim -> !ids.contains(claim.job().id())).toList();
    }

    Uni<Void> putBack(List<ThrottlePages.Held> held, List<LookAgain.Stale> stale, Instant now) {
        return lookAgain.cancel(stale, now).chain(() -> throttlePages.hold(held, now));
    }
}
