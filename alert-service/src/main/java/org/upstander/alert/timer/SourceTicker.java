package org.upstander.alert.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.Worker;
import org.upstander.alert.application.source.SendSourceNotices;

/** Lets notices about sources go when they are due. */
@ApplicationScoped
class SourceTicker {

    private final Wakeups wakeups;
    private final SendSourceNotices sendNotices;

    SourceTicker(Wakeups wakeups, SendSourceNotices sendNotices) {
        this.wakeups = wakeups;
        this.sendNotices = sendNotices;
    }

    void onStart(@Observes StartupEvent start) {
        wakeups.on(Wakeups.Work.SOURCE_NOTICES, new Worker("source notices", sendNotices::runOnce));
    }
}
