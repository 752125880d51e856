package org.upstander.alert.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.upstander.alert.application.RunHandOvers;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.Worker;

/** Hands incidents over whose contact goes off shift, whenever timers are looked at. */
@ApplicationScoped
class ShiftTicker {

    private final Wakeups wakeups;
    private final RunHandOvers runHandOvers;

    ShiftTicker(Wakeups wakeups, RunHandOvers runHandOvers) {
        this.wakeups = wakeups;
        this.runHandOvers = runHandOvers;
    }

    void onStart(@Observes StartupEvent start) {
        wakeups.on(Wakeups.Work.TIMERS, new Worker("hand-overs", runHandOvers::runOnce));
    }
}
