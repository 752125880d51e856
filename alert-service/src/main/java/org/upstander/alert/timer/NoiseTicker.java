package org.upstander.alert.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.Worker;
import org.upstander.alert.application.noise.SendNoiseNotices;
import org.upstander.alert.application.noise.WatchNoise;

/** Looks at the noise floor when it is due, and lets notices about it go. */
@ApplicationScoped
class NoiseTicker {

    private final Wakeups wakeups;
    private final WatchNoise watchNoise;
    private final SendNoiseNotices sendNotices;

    NoiseTicker(Wakeups wakeups, WatchNoise watchNoise, SendNoiseNotices sendNotices) {
        this.wakeups = wakeups;
        this.watchNoise = watchNoise;
        this.sendNotices = sendNotices;
    }

    void onStart(@Observes StartupEvent start) {
        wakeups.on(Wakeups.Work.NOISE, new Worker("noise floor", watchNoise::runOnce));
        wakeups.on(Wakeups.Work.NOISE, new Worker("noise notices", sendNotices::runOnce));
    }
}
