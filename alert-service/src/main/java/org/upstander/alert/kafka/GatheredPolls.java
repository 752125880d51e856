package org.upstander.alert.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/**
 * Handles polls one group after the other: the first at once, and what came meanwhile together. So
 * a poll that brings little does not cost a transaction where many come.
 *
 * @param <P> a poll
 */
final class GatheredPolls<P> {

    private static final Logger LOG = Logger.getLogger(GatheredPolls.class);

    private final int most;
    private final ToIntFunction<P> size;
    private final Function<List<P>, Uni<Void>> handle;
    private final Deque<P> waiting = new ArrayDeque<>();
    private int records;
    private boolean handling;
    private UniEmitter<? super Void> held;

    /**
     * @param most records in a group, unless one poll alone has more; and those that wait, before
     *     no more are taken
     * @param size records of a poll
     * @param handle ends when a group is done with. After a failure nothing more is handled, for
     *     what comes later must not be committed before it
     */
    GatheredPolls(int most, ToIntFunction<P> size, Function<List<P>, Uni<Void>> handle) {
        this.most = most;
        this.size = size;
        this.handle = handle;
    }

    /** Ends when there is room for another one, which is not to be added before. */
    Uni<Void> add(P poll) {
        return Uni.createFrom().emitter(room -> add(poll, room));
    }

    private void add(P poll, UniEmitter<? super Void> room) {
        List<P> group;
        boolean full;
        synchronized (this) {
            waiting.add(poll);
            records += size.applyAsInt(poll);
            group = handling ? List.of() : next();
            full = records >= most;
            if (full) {
                held = room;
            }
        }
        if (!full) {
            room.complete(null);
        }
        handle(group);
    }

    private List<P> next() {
        List<P> group = new ArrayList<>();
        int taken = 0;
        while (!waiting.isEmpty()
                && (group.isEmpty() || taken + size.applyAsInt(waiting.peek()) <= most)) {
            P poll = waiting.poll();
            taken += size.applyAsInt(poll);
            group.add(poll);
        }
        records -= taken;
        handling = !group.isEmpty();
        return group;
    }

    private void handle(List<P> group) {
        if (!group.isEmpty()) {
            Uni.createFrom()
                    .deferred(() -> handle.apply(group))
                    .subscribe()
                    .with(done -> goOn(), GatheredPolls::stop);
        }
    }

    /** Without its message, which could quote a record. */
    private static void stop(Throwable failure) {
        LOG.errorf("nothing more is taken: %s", failure.getClass().getName());
    }

    private void goOn() {
        List<P> group;
        UniEmitter<? super Void> room = null;
        synchronized (this) {
            group = next();
            if (records < most) {
                room = held;
                held = null;
            }
        }
        if (room != null) {
            room.complete(null);
        }
        handle(group);
    }
}
