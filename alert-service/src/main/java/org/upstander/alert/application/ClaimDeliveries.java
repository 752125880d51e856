package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes deliveries that are due, as many as there is room for, and writes their messages. */
@ApplicationScoped
class ClaimDeliveries {

    private static final int AT_ONCE = 64;

    private final Transactions transactions;
    private final TakeDeliveries takeDeliveries;
    private final ComposeDelivery composeDelivery;
    private final InHand inHand;
    private final EngineSettings settings;
    private final Clock clock;

    ClaimDeliveries(
            Transactions transactions,
            TakeDeliveries takeDeliveries,
            ComposeDelivery composeDelivery,
            InHand inHand,
            EngineSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.takeDeliveries = takeDeliveries;
        this.composeDelivery = composeDelivery;
        this.inHand = inHand;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param claims what was taken, most urgent first; several where one message is about them all
     * @param delivery what is sent
     */
    record Ready(List<DeliveryStore.Claim> claims, Delivery delivery) {}

    /**
     * @param ready to be sent
     * @param held to be put back, see {@link #putBack}
     * @param stale to be cancelled there
     * @param leaseUntil from then on another instance may have taken them
     */
    record Round(
            List<Ready> ready,
            List<ThrottlePages.Held> held,
            List<LookAgain.Stale> stale,
            Instant leaseUntil) {

        int size() {
            return ready.size() + held.size() + stale.size();
        }
    }

    /** What is over the limit of its address waits; what is not right any more ends. */
    Uni<Void> putBack(Round round) {
        return takeDeliveries.putBack(round.held(), round.stale(), clock.instant());
    }

    Uni<Round> claim() {
        EngineSettings.Deliveries limits = settings.deliveries();
        int room = limits.inFlight() - inHand.ids().size();
        Deadline lease = Deadline.in(limits.lease());
        Instant now = clock.instant();
        Instant leaseUntil = now.plus(limits.lease());
        if (room <= 0) {
            return Uni.createFrom().item(new Round(List.of(), List.of(), List.of(), leaseUntil));
        }
        return transactions.run(
                () ->
                        takeDeliveries
                                .take(
                                        now,
                                        leaseUntil,
                                        new DeliveryStore.Room(
                                                Math.min(room, AT_ONCE),
                                                limits.perAddress(),
                                                inHand.busyAddresses(limits.perAddress())),
                                        inHand.ids())
                                .chain(
                                        taken ->
                                                ready(taken.split(), lease)
                                                        .map(
                                                                ready ->
                                                                        new Round(
                                                                                ready,
                                                                                taken.split()
                                                                                        .held(),
                                                                                taken.stale(),
                                                                                leaseUntil))));
    }

    private Uni<List<Ready>> ready(ThrottlePages.Split split, Deadline lease) {
        List<DeliveryStore.Claim> claims = new ArrayList<>(split.free());
        split.carried().values().forEach(claims::addAll);
        return claims.isEmpty()
                ? Uni.createFrom().item(List.of())
                : composeDelivery
                        .of(claims, lease)
                        .map(deliveries -> ready(split, claims, deliveries));
    }

    private static List<Ready> ready(
            ThrottlePages.Split split,
            List<DeliveryStore.Claim> claims,
            List<Delivery> deliveries) {
        Map<String, Delivery> byId = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            byId.put(claims.get(i).job().id(), deliveries.get(i));
        }
        return split.free().stream()
                .map(
                        claim -> {
                            List<DeliveryStore.Claim> together = new ArrayList<>(List.of(claim));
                            together.addAll(
                                    split.carried().getOrDefault(claim.job().id(), List.of()));
                            return new Ready(
                                    together,
                                    Delivery.together(
                                            together.stream()
                                                    .map(one -> byId.get(one.job().id()))
                                                    .toList()));
                        })
                .toList();
    }
}
