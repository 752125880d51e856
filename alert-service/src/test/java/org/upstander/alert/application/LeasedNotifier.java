package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.upstander.alert.domain.Channel;

/** Keeps how long what is sent is ours to send, under settings with a lease of a minute. */
public final class LeasedNotifier implements Notifier, Transactions {

    public static final long LEASE_MILLIS = 60_000;

    public static final EngineSettings SETTINGS =
            new EngineSettings(
                    Duration.ofHours(24),
                    Duration.ofHours(1),
                    1,
                    64,
                    new EngineSettings.Deliveries(Duration.ofMillis(LEASE_MILLIS), null, 1, 1),
                    null,
                    Locale.ENGLISH);

    private final Channel channel;
    private final List<Long> leftMillis;

    public LeasedNotifier(Channel channel, List<Long> leftMillis) {
        this.channel = channel;
        this.leftMillis = leftMillis;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        leftMillis.add(delivery.lease().leftMillis());
        return Uni.createFrom().item(new DeliveryResult.Delivered("ok"));
    }

    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return work.get();
    }
}
