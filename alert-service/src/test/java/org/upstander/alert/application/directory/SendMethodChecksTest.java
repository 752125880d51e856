package org.upstander.alert.application.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.application.LeasedNotifier.LEASE_MILLIS;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.LeasedNotifier;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.application.directory.MethodCheckStore.Claim;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.MethodCheck;

class SendMethodChecksTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Claim CLAIM =
            new Claim("mc_1", MethodCheck.Kind.TEST, Channel.EMAIL, "lead@example.org", 1, "lead");

    private final List<Long> leftMillis = new ArrayList<>();

    @Test
    void aCodeIsOursToSendAsLongAsItsLease() {
        // Given
        LeasedNotifier notifier = new LeasedNotifier(Channel.EMAIL, leftMillis);
        MethodCheckTexts texts =
                new MethodCheckTexts(null, null) {
                    @Override
                    Uni<Message> of(Claim claim) {
                        return Uni.createFrom().item(new Message.Note("Test", "Test"));
                    }
                };
        SendMethodChecks sendMethodChecks =
                new SendMethodChecks(
                        notifier,
                        oneCheck(),
                        texts,
                        new Notifiers(List.of(notifier)),
                        LeasedNotifier.SETTINGS,
                        Clock.fixed(NOW, ZoneOffset.UTC));
        // When
        sendMethodChecks.runOnce().await().indefinitely();
        // Then
        assertThat(leftMillis)
                .singleElement()
                .satisfies(left -> assertThat(left).isBetween(1L, LEASE_MILLIS));
    }

    /** Claims it; whatever else is done with it is done. */
    private static MethodCheckStore oneCheck() {
        return (MethodCheckStore)
                Proxy.newProxyInstance(
                        MethodCheckStore.class.getClassLoader(),
                        new Class<?>[] {MethodCheckStore.class},
                        (proxy, method, arguments) ->
                                "claim".equals(method.getName())
                                        ? Uni.createFrom().item(List.of(CLAIM))
                                        : Uni.createFrom().voidItem());
    }
}
