package org.upstander.alert.timer;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.upstander.alert.application.Deliver;
import org.upstander.alert.application.Escalate;
import org.upstander.alert.application.ForgetInbox;
import org.upstander.alert.application.RunTimers;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.Worker;
import org.upstander.alert.application.directory.SendMethodChecks;

/**
 * Wakes the workers every second: for rows whose time has come, and for work of other instances.
 */
@ApplicationScoped
class Ticker {

    private final Wakeups wakeups;
    private final Escalate escalate;
    private final Deliver deliver;
    private final SendMethodChecks sendMethodChecks;
    private final RunTimers runTimers;
    private final Worker forgetting;

    Ticker(
            Wakeups wakeups,
            Escalate escalate,
            Deliver deliver,
            SendMethodChecks sendMethodChecks,
            RunTimers runTimers,
            ForgetInbox forgetInbox) {
        this.wakeups = wakeups;
        this.escalate = escalate;
        this.deliver = deliver;
        this.sendMethodChecks = sendMethodChecks;
        this.runTimers = runTimers;
        // Once an hour is often enough, so it reports no work left.
        this.forgetting = new Worker("inbox", () -> forgetInbox.runOnce().replaceWith(0));
    }

    void onStart(@Observes StartupEvent start) {
        wakeups.on(Wakeups.Work.PAGES, new Worker("escalation", escalate::runOnce));
        wakeups.on(Wakeups.Work.TIMERS, new Worker("timers", runTimers::runOnce));
        wakeups.on(Wakeups.Work.DELIVERIES, new Worker("delivery", deliver::runOnce));
        wakeups.on(
                Wakeups.Work.METHOD_CHECKS, new Worker("method checks", sendMethodChecks::runOnce));
    }

    @Scheduled(every = "${upstander.alert.engine.poll}")
    void tick() {
        wakeups.wakeAll();
    }

    @Scheduled(every = "1h", delayed = "10m")
    void tidy() {
        if (wakeups.isOpen()) {
            forgetting.run();
        }
    }
}
