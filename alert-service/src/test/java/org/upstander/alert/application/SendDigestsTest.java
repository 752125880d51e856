package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.application.LeasedNotifier.LEASE_MILLIS;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Channel;

class SendDigestsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Long> leftMillis = new ArrayList<>();

    @Test
    void aDigestIsOursToSendAsLongAsItsLease() {
        // Given
        LeasedNotifier notifier = new LeasedNotifier(Channel.DIGEST, leftMillis);
        ComposeDigest composing =
                new ComposeDigest(null, null, null, null) {
                    @Override
                    Uni<Optional<Message.Digest>> of(DigestStore.Claim claim, Instant to) {
                        return Uni.createFrom()
                                .item(Optional.of(new Message.Digest(List.of(), NOW, NOW)));
                    }
                };
        SendDigests sendDigests =
                new SendDigests(
                        notifier,
                        new OneDigest(),
                        composing,
                        new Notifiers(List.of(notifier)),
                        new SendDigests.Rhythm(
                                LeasedNotifier.SETTINGS,
                                new DigestSettings(Duration.ofMinutes(30))),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        // When
        sendDigests.runOnce().await().indefinitely();
        // Then
        assertThat(leftMillis)
                .singleElement()
                .satisfies(left -> assertThat(left).isBetween(1L, LEASE_MILLIS));
    }

    private static final class OneDigest implements DigestStore {

        @Override
        public Uni<List<Claim>> claim(Instant now, Instant leaseUntil, int limit) {
            return Uni.createFrom().item(List.of(new Claim("dg_1", "lead@example.org", 1, NOW)));
        }

        @Override
        public Uni<Void> done(Claim claim) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> add(String deliveryId, String address, Instant now, Instant dueAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<Entry>> entries(Claim claim) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> failed(Claim claim, FailureKind kind, Instant again) {
            throw new UnsupportedOperationException();
        }
    }
}
