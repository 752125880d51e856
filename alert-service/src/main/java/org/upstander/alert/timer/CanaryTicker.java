package org.upstander.alert.timer;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.Worker;
import org.upstander.alert.application.canary.CanarySettings;
import org.upstander.alert.application.canary.Watch;

/** Looks every few seconds whether the next canary or heartbeat is due, where they are set up. */
@ApplicationScoped
class CanaryTicker {

    private static final Logger LOG = Logger.getLogger(CanaryTicker.class);

    private final Wakeups wakeups;
    private final CanarySettings settings;
    private final Worker watching;

    CanaryTicker(Wakeups wakeups, CanarySettings settings, Watch watch) {
        this.wakeups = wakeups;
        this.settings = settings;
        // What it did leaves nothing to do for the same moment.
        this.watching = new Worker("canary", () -> watch.runOnce().replaceWith(0));
    }

    void onStart(@Observes StartupEvent start) {
        if (!settings.on() && settings.heartbeat().isPresent()) {
            LOG.warn(
                    "UPSTANDER_HEARTBEAT_URL is set and nothing will be sent there: it needs UPSTANDER_CANARY_INGEST_URL and UPSTANDER_CANARY_TOKEN");
        }
    }

    @Scheduled(every = "${upstander.canary.poll}")
    void tick() {
        if (settings.on() && wakeups.isOpen()) {
            watching.run();
        }
    }
}
