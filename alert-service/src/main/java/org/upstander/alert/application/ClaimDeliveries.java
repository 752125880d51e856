package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Takes deliveries that are due, as many as there is room for, and writes their messages. */
@ApplicationScoped
class ClaimDeliveries {

    private static final int AT_ONCE = 64;

    private final Transactions transactions;
    private final DeliveryStore deliveries;
    private final Directory directory;
    private final ComposeMessage composeMessage;
    private final InHand inHand;
    private final EngineSettings settings;
    private final Clock clock;

    ClaimDeliveries(
            Transactions transactions,
            DeliveryStore deliveries,
            Directory directory,
            ComposeMessage composeMessage,
            InHand inHand,
            EngineSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.directory = directory;
        this.composeMessage = composeMessage;
        this.inHand = inHand;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param claim what was taken
     * @param delivery what is sent
     */
    record Ready(DeliveryStore.Claim claim, Delivery delivery) {}

    Uni<List<Ready>> claim() {
        EngineSettings.Deliveries limits = settings.deliveries();
        int room = limits.inFlight() - inHand.ids().size();
        if (room <= 0) {
            return Uni.createFrom().item(List.of());
        }
        Instant now = clock.instant();
        Duration lease = limits.lease();
        return transactions.run(
                () ->
                        deliveries
                                .claimDue(
                                        now,
                                        now.plus(lease),
                                        new DeliveryStore.Room(
                                                Math.min(room, AT_ONCE),
                                                limits.perAddress(),
                                                inHand.busyAddresses(limits.perAddress())),
                                        inHand.ids())
                                .chain(this::ready));
    }

    private Uni<List<Ready>> ready(List<DeliveryStore.Claim> claims) {
        if (claims.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return directory
                .preload(claims.stream().map(claim -> claim.incident().staffId()).toList())
                .chain(() -> composed(claims));
    }

    private Uni<List<Ready>> composed(List<DeliveryStore.Claim> claims) {
        return Multi.createFrom()
                .iterable(claims)
                .onItem()
                .transformToUniAndConcatenate(
                        claim ->
                                composeMessage
                                        .of(claim)
                                        .map(message -> new Ready(claim, delivery(claim, message))))
                .collect()
                .asList();
    }

    private static Delivery delivery(DeliveryStore.Claim claim, Message message) {
        return new Delivery(claim.job().id(), claim.attempt(), claim.job().address(), message);
    }
}
