package org.upstander.alert.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells workers of this instance that there is work, right after the commit that made it. Only a
 * matter of speed: a poll finds the same work a little later, also what other instances made.
 */
@ApplicationScoped
public class Wakeups {

    /** Kinds of work. */
    public enum Work {
        OUTBOX,
        PAGES,
        TIMERS,
        DELIVERIES,
        METHOD_CHECKS,
        DIGESTS,
        SOURCE_NOTICES,
        NOISE,
        ORIGINALS,
        PATTERNS
    }

    private final Map<Work, List<Runnable>> workers = new EnumMap<>(Work.class);
    private volatile boolean open;

    public Wakeups() {
        for (Work work : Work.values()) {
            workers.put(work, new CopyOnWriteArrayList<>());
        }
    }

    /** Calls the worker whenever there may be work of this kind. */
    public void on(Work work, Runnable worker) {
        workers.get(work).add(worker);
    }

    public void wake(Work work) {
        if (open) {
            workers.get(work).forEach(Runnable::run);
        }
    }

    public void wakeAll() {
        for (Work work : Work.values()) {
            wake(work);
        }
    }

    /** The tables are there; before that nobody is woken. */
    public void open() {
        open = true;
        wakeAll();
    }

    public boolean isOpen() {
        return open;
    }
}
