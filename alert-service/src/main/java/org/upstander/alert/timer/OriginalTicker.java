package org.upstander.alert.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.Worker;
import org.upstander.alert.application.original.FetchOriginals;
import org.upstander.alert.application.original.OriginalSettings;

/** Has originals fetched when they are due, where there is a key to open them with. */
@ApplicationScoped
class OriginalTicker {

    private static final System.Logger LOG = System.getLogger(OriginalTicker.class.getName());

    private final Wakeups wakeups;
    private final FetchOriginals fetchOriginals;
    private final OriginalSettings settings;

    OriginalTicker(Wakeups wakeups, FetchOriginals fetchOriginals, OriginalSettings settings) {
        this.wakeups = wakeups;
        this.fetchOriginals = fetchOriginals;
        this.settings = settings;
    }

    void onStart(@Observes StartupEvent start) {
        if (settings.wanted()) {
            wakeups.on(Wakeups.Work.ORIGINALS, new Worker("originals", fetchOriginals::runOnce));
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "originals of posts are not kept: UPSTANDER_EVIDENCE_KEY is not set");
        }
    }
}
