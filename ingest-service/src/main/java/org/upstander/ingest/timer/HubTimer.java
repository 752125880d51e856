package org.upstander.ingest.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.upstander.ingest.application.hub.LeaveHubs;
import org.upstander.ingest.application.source.StoreUnavailable;
import org.upstander.ingest.config.SourcesConfig;

/** Tells hubs what is wanted no more, one after the other. */
@ApplicationScoped
class HubTimer {

    private static final Logger LOG = Logger.getLogger(HubTimer.class);

    private final LeaveHubs hubs;
    private final SourcesConfig config;
    private final Background background = new Background("hubs");

    HubTimer(LeaveHubs hubs, SourcesConfig config) {
        this.hubs = hubs;
        this.config = config;
    }

    void onStart(@Observes StartupEvent start) {
        background.after(Duration.ZERO, this::look);
    }

    @PreDestroy
    void close() {
        background.close();
    }

    private void look() {
        Background.begun(hubs::next)
                .whenComplete(
                        (told, failure) -> {
                            tell(failure);
                            boolean more = failure == null && told;
                            background.after(more ? Duration.ZERO : config.refresh(), this::look);
                        });
    }

    /** It is told once more. That the database is away, SourceTimer says. */
    private static void tell(Throwable failure) {
        if (failure != null && !(Background.cause(failure) instanceof StoreUnavailable)) {
            LOG.errorf(
                    "telling a hub was broken off: %s",
                    Background.cause(failure).getClass().getName());
        }
    }
}
