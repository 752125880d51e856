package org.upstander.alert.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.Worker;
import org.upstander.alert.application.pattern.Reconsider;

/** Has pairs looked at again when they are due. */
@ApplicationScoped
class PatternTicker {

    private final Wakeups wakeups;
    private final Reconsider reconsider;

    PatternTicker(Wakeups wakeups, Reconsider reconsider) {
        this.wakeups = wakeups;
        this.reconsider = reconsider;
    }

    void onStart(@Observes StartupEvent start) {
        wakeups.on(Wakeups.Work.PATTERNS, new Worker("patterns", reconsider::runOnce));
    }
}
