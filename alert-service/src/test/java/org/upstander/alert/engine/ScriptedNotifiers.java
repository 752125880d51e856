package org.upstander.alert.engine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.domain.Channel;

/** Keeps what is sent, and answers by address as the tests wrote it; else takes everything. */
@Alternative
@Singleton
class ScriptedNotifiers extends Notifiers {

    private final List<Delivery> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Uni<DeliveryResult>>> answers = new ConcurrentHashMap<>();

    private final Set<String> reallySent = ConcurrentHashMap.newKeySet();
    private final Notifiers real;

    ScriptedNotifiers(@Any Instance<Notifier> real) {
        super(List.of());
        this.real = new Notifiers(real);
    }

    /** From now on what goes to this address goes out by the real channel. */
    void really(String address) {
        reallySent.add(address);
    }

    @SafeVarargs
    final void answer(String address, Uni<DeliveryResult>... results) {
        answers.put(address, new ArrayDeque<>(Arrays.asList(results)));
    }

    void answer(String address, DeliveryResult... results) {
        Queue<Uni<DeliveryResult>> queue = new ArrayDeque<>();
        for (DeliveryResult result : results) {
            queue.add(Uni.createFrom().item(result));
        }
        answers.put(address, queue);
    }

    /** What went to an address, in order. */
    List<Delivery> sentTo(String address) {
        return sent.stream().filter(delivery -> delivery.address().equals(address)).toList();
    }

    /** Ids of what could be sent for longer than it is this instance's. */
    List<String> sentBeyond(Duration lease) {
        return sent.stream()
                .filter(delivery -> delivery.lease().leftMillis() > lease.toMillis())
                .map(Delivery::id)
                .toList();
    }

    @Override
    public Set<Channel> served() {
        return Set.of(
                Channel.EMAIL,
                Channel.WEBHOOK,
                Channel.PAGERDUTY,
                Channel.SMS,
                Channel.DISCORD,
                Channel.ALERTMANAGER,
                Channel.GOALERT,
                Channel.INBOX,
                Channel.DIGEST);
    }

    @Override
    public Notifier of(Channel channel) {
        return new Notifier() {
            @Override
            public Channel channel() {
                return channel;
            }

            @Override
            public Uni<DeliveryResult> send(Delivery delivery) {
                return reallySent.contains(delivery.address())
                        ? real.of(channel).send(delivery)
                        : take(delivery);
            }
        };
    }

    private Uni<DeliveryResult> take(Delivery delivery) {
        Queue<Uni<DeliveryResult>> script = answers.get(delivery.address());
        Uni<DeliveryResult> next = null;
        if (script != null) {
            synchronized (script) {
                next = script.poll();
            }
        }
        sent.add(delivery);
        return next == null ? Uni.createFrom().item(new DeliveryResult.Delivered("ok")) : next;
    }
}
