package org.upstander.alert.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether what is consumed can be recorded; readiness tells. */
@ApplicationScoped
public class Consumption {

    private final AtomicBoolean stalled = new AtomicBoolean();

    /**
     * @return whether that is news
     */
    public boolean stalled() {
        return stalled.compareAndSet(false, true);
    }

    /**
     * @return whether that is news
     */
    public boolean flowing() {
        return stalled.compareAndSet(true, false);
    }

    public boolean isStalled() {
        return stalled.get();
    }
}
