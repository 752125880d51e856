package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Does one kind of work whenever it is woken, never twice at the same time, and again while there
 * is some. A failure is logged when it is a new kind, and left to the next call.
 */
public final class Worker implements Runnable {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());

    private final String name;
    private final Supplier<Uni<Integer>> work;
    // 0: idle; 1: working; more: woken meanwhile
    private final AtomicInteger calls = new AtomicInteger();
    private volatile String lastFailure = "";

    /**
     * @param name for the log
     * @param work one round; how much it did, 0 for nothing left
     */
    public Worker(String name, Supplier<Uni<Integer>> work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void run() {
        if (calls.getAndIncrement() == 0) {
            round();
        }
    }

    private void round() {
        calls.set(1);
        Uni.createFrom().deferred(work::get).subscribe().with(this::done, this::failed);
    }

    private void done(int amount) {
        lastFailure = "";
        if (amount > 0 || !calls.compareAndSet(1, 0)) {
            round();
        }
    }

    private void failed(Throwable failure) {
        String kind = failure.getClass().getName();
        if (!kind.equals(lastFailure)) {
            lastFailure = kind;
            LOG.log(System.Logger.Level.WARNING, "{0} failed, will try again: {1}", name, kind);
        }
        calls.set(0);
    }
}
