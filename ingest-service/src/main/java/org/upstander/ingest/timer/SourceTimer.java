package org.upstander.ingest.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.upstander.ingest.application.delivery.SeenDeliveries;
import org.upstander.ingest.application.health.SourceSights;
import org.upstander.ingest.config.SourcesConfig;

/** Looks after the sources every few seconds, the next time when the last one is over. */
@ApplicationScoped
class SourceTimer {

    private static final Logger LOG = Logger.getLogger(SourceTimer.class);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final SourceSights sights;
    private final SeenDeliveries deliveries;
    private final SourcesConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "sources");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile Instant cleaned = Instant.MIN;
    private volatile boolean away;

    SourceTimer(SourceSights sights, SeenDeliveries deliveries, SourcesConfig config, Clock clock) {
        this.sights = sights;
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        timer.execute(this::look);
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }

    private void look() {
        sights.refresh()
                .whenComplete(
                        (looked, failure) -> {
                            tell(failure);
                            if (failure == null) {
                                clean();
                            }
                            next();
                        });
    }

    private void next() {
        if (!timer.isShutdown()) {
            var unused =
                    timer.schedule(this::look, config.refresh().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void clean() {
        Instant now = clock.instant();
        if (cleaned.isBefore(now.minus(BETWEEN_CLEANINGS))) {
            cleaned = now;
            deliveries.forget(now.minus(config.memory()));
        }
    }

    /** Once when the database goes, and once when it comes back. */
    private void tell(Throwable failure) {
        if (failure != null && !away) {
            LOG.warnf("sources cannot be looked after: %s", reason(failure));
        } else if (failure == null && away) {
            LOG.info("sources are looked after again");
        }
        away = failure != null;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + " " + cause.getMessage();
    }
}
