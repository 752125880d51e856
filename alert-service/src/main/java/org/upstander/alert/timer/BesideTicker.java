package org.upstander.alert.timer;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.upstander.alert.application.KeepInInbox;
import org.upstander.alert.application.SendDigests;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.Worker;

/** Lets digests go when they are due, and tidies inboxes. */
@ApplicationScoped
class BesideTicker {

    private final Wakeups wakeups;
    private final SendDigests sendDigests;
    private final Worker tidying;

    BesideTicker(Wakeups wakeups, SendDigests sendDigests, KeepInInbox inbox) {
        this.wakeups = wakeups;
        this.sendDigests = sendDigests;
        // Often enough by the clock, so it reports no work left.
        this.tidying = new Worker("contact inbox", () -> inbox.forget().replaceWith(0));
    }

    void onStart(@Observes StartupEvent start) {
        wakeups.on(Wakeups.Work.DIGESTS, new Worker("digests", sendDigests::runOnce));
    }

    @Scheduled(every = "10m", delayed = "10m")
    void tidy() {
        if (wakeups.isOpen()) {
            tidying.run();
        }
    }
}
