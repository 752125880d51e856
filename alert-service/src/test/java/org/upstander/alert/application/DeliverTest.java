package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryOutcomes.Attempt;
import org.upstander.alert.domain.Channel;

/** A lease ends while its holder stands still between claim and sending. */
class DeliverTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> sent = new ArrayList<>();
    private final List<Attempt> recorded = new ArrayList<>();

    @Test
    void whatWasClaimedIsSentWithinTheLease() {
        // When
        int round = runOnce(NOW.plusMillis(1));

        // Then
        assertThat(round).isEqualTo(1);
        assertThat(sent).containsExactly("dl_1");
        assertThat(recorded).hasSize(1);
    }

    @Test
    void afterTheLeaseItIsLeftToWhoeverHasItNow() {
        // When
        runOnce(NOW);
        runOnce(NOW.minus(Duration.ofMinutes(4)));

        // Then
        assertThat(sent).isEmpty();
        assertThat(recorded).isEmpty();
    }

    private int runOnce(Instant leaseUntil) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ClaimDeliveries claims =
                new ClaimDeliveries(null, null, null, null, null, clock) {
                    @Override
                    Uni<Round> claim() {
                        return Uni.createFrom()
                                .item(
                                        new Round(
                                                List.of(ready()),
                                                List.of(),
                                                List.of(),
                                                leaseUntil));
                    }

                    @Override
                    Uni<Void> putBack(Round round) {
                        return Uni.createFrom().voidItem();
                    }
                };
        RecordOutcome outcomes =
                new RecordOutcome(null, null, null, null, null, null) {
                    @Override
                    Uni<Void> record(List<Attempt> batch) {
                        recorded.addAll(batch);
                        return Uni.createFrom().voidItem();
                    }
                };
        Notifiers notifiers = new Notifiers(List.of(new Mail()));
        return new Deliver(claims, outcomes, notifiers, new InHand(), new Wakeups(), clock)
                .runOnce()
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private static ClaimDeliveries.Ready ready() {
        DeliveryStore.Job job =
                new DeliveryStore.Job(
                        "dl_1",
                        DeliveryStore.Kind.PAGE,
                        "in_1",
                        "pg_1",
                        "ct-1",
                        0,
                        Channel.EMAIL,
                        "lead@example.org",
                        1,
                        "An incident opened");
        return new ClaimDeliveries.Ready(
                List.of(
                        new DeliveryStore.Claim(
                                job, 1, null, false, false, DeliveryStore.Kept.NOTHING)),
                Deliveries.of("dl_1", 1, "lead@example.org", new Message.Note("Test", "Test")));
    }

    private final class Mail implements Notifier {

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public Uni<DeliveryResult> send(Delivery delivery) {
            sent.add(delivery.id());
            return Uni.createFrom().item(new DeliveryResult.Delivered("ok"));
        }
    }
}
