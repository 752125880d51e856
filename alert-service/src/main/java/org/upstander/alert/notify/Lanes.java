package org.upstander.alert.notify;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.upstander.alert.application.Deadline;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.TryAgain;
import org.upstander.alert.application.FailureKind;

/**
 * One lane for each receiver, so that a receiver that swallows requests holds up nobody else.
 *
 * <pre>
 * OPEN ──unreachable or timeout──▶ SUSPECT ──any answer──▶ OPEN
 * </pre>
 *
 * An open lane sends {@code width} deliveries at once and queues the rest, each for {@code timeout}
 * at most. When it turns suspect, all that queue get the same failure at once, so that their pages
 * go on to the contact's next method; while it is suspect one delivery at a time may try.
 */
public final class Lanes {

    private final int width;
    private final Duration timeout;
    private final LongSupplier nanoTime;
    private final Map<String, Lane> lanes = new HashMap<>();

    /**
     * @param width deliveries under way at once in one lane, 1 or more
     * @param timeout how long one delivery may queue, and as long again be under way
     */
    Lanes(int width, Duration timeout) {
        this(width, timeout, System::nanoTime);
    }

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    public Lanes(int width, Duration timeout, LongSupplier nanoTime) {
        this.width = width;
        this.timeout = timeout;
        this.nanoTime = nanoTime;
    }

    /**
     * Sends when the lane has room. The result arrives on the Vert.x context of the subscriber, if
     * it has one: whoever left the lane before runs on another, with its own database session.
     *
     * @param lane names the receiver; never logged
     * @param lease until when it is ours to send
     * @param send makes the request, until the deadline at most; the Uni must not fail
     */
    public Uni<DeliveryResult> in(
            String lane, Deadline lease, Function<Deadline, Uni<DeliveryResult>> send) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Context context = Vertx.currentContext();
                            Uni<DeliveryResult> result =
                                    queued(lane, lease, onContext(context, send));
                            return context == null
                                    ? result
                                    : result.emitOn(task -> context.runOnContext(x -> task.run()));
                        });
    }

    /** Lanes remembered: those with traffic or under suspicion. */
    synchronized int size() {
        return lanes.size();
    }

    private Uni<DeliveryResult> queued(
            String lane, Deadline lease, Function<Deadline, Uni<DeliveryResult>> send) {
        return Uni.createFrom()
                .<Uni<DeliveryResult>>emitter(
                        turn ->
                                arrive(
                                        lane,
                                        new Waiter(
                                                turn, send, Deadline.in(timeout, nanoTime), lease)))
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(() -> Uni.createFrom().item(Results.again(FailureKind.TIMEOUT)))
                .chain(answer -> answer);
    }

    private static Function<Deadline, Uni<DeliveryResult>> onContext(
            Context context, Function<Deadline, Uni<DeliveryResult>> send) {
        return deadline -> {
            Uni<DeliveryResult> sending = Uni.createFrom().deferred(() -> send.apply(deadline));
            return context == null
                    ? sending
                    : sending.runSubscriptionOn(task -> context.runOnContext(x -> task.run()));
        };
    }

    private void arrive(String name, Waiter waiter) {
        FailureKind refusal;
        synchronized (this) {
            Lane lane = lanes.computeIfAbsent(name, key -> new Lane());
            refusal = lane.running > 0 ? lane.suspect : null;
            if (refusal == null && lane.running >= width) {
                lane.queue.add(waiter);
                waiter.turn.onTermination(() -> giveUp(lane, waiter));
                return;
            }
            if (refusal == null) {
                lane.running++;
            }
        }
        call(name, waiter, refusal);
    }

    private synchronized void giveUp(Lane lane, Waiter waiter) {
        lane.queue.remove(waiter);
    }

    /**
     * The request runs on its own subscription, whatever becomes of the one who wanted it: so it
     * leaves the lane exactly once. Whose time is over is not sent, though its timer did not ring:
     * in a process that stood still others have taken the delivery over meanwhile. The deadline
     * begins here, for the process may stand still before the context comes to the request, too.
     */
    private void call(String name, Waiter waiter, FailureKind refusal) {
        if (refusal != null) {
            waiter.turn.complete(Uni.createFrom().item(Results.again(refusal)));
            return;
        }
        Deadline deadline = Deadline.in(timeout, nanoTime).begunBefore(waiter.lease);
        if (waiter.turnEnds.passed()) {
            waiter.turn.complete(Uni.createFrom().item(Results.again(FailureKind.TIMEOUT)));
            leave(name, Results.notSent());
            return;
        }
        Uni<DeliveryResult> sending =
                waiter.send
                        .apply(deadline)
                        .onFailure()
                        .recoverWithItem(Results.again(FailureKind.OTHER))
                        .invoke(result -> leave(name, result))
                        .memoize()
                        .indefinitely();
        sending.subscribe().with(result -> {});
        waiter.turn.complete(sending);
    }

    private void leave(String name, DeliveryResult result) {
        List<Waiter> called = new ArrayList<>();
        FailureKind suspect = suspicion(result);
        synchronized (this) {
            Lane lane = lanes.get(name);
            lane.running--;
            lane.suspect = suspect;
            while (!lane.queue.isEmpty() && (suspect != null || lane.running < width)) {
                called.add(lane.queue.poll());
                lane.running += suspect == null ? 1 : 0;
            }
            if (lane.running == 0 && suspect == null) {
                lanes.remove(name);
            }
        }
        called.forEach(waiter -> call(name, waiter, suspect));
    }

    private static FailureKind suspicion(DeliveryResult result) {
        return result instanceof TryAgain again
                        && (again.kind() == FailureKind.TIMEOUT
                                || again.kind() == FailureKind.UNREACHABLE)
                ? again.kind()
                : null;
    }

    private record Waiter(
            UniEmitter<? super Uni<DeliveryResult>> turn,
            Function<Deadline, Uni<DeliveryResult>> send,
            Deadline turnEnds,
            Deadline lease) {}

    private static final class Lane {
        final Deque<Waiter> queue = new ArrayDeque<>();
        int running;
        FailureKind suspect;
    }
}
