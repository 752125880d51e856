package org.upstander.ingest.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.delivery.SeenDeliveries;
import org.upstander.ingest.application.health.TellSights;
import org.upstander.ingest.application.source.StoreUnavailable;
import org.upstander.ingest.config.SourcesConfig;

/** Looks after the sources every few seconds, the next time when the last one is over. */
@ApplicationScoped
class SourceTimer {

    private static final Logger LOG = Logger.getLogger(SourceTimer.class);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final TellSights sights;
    private final SeenDeliveries deliveries;
    private final SourcesConfig config;
    private final Clock clock;
    private final Background background = new Background("sources");
    private volatile Instant cleaned = Instant.MIN;
    private volatile boolean away;
    private volatile boolean untold;

    SourceTimer(TellSights sights, SeenDeliveries deliveries, SourcesConfig config, Clock clock) {
        this.sights = sights;
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        background.after(Duration.ZERO, this::look);
    }

    @PreDestroy
    void close() {
        background.close();
    }

    private void look() {
        Background.begun(sights::look)
                .whenComplete(
                        (looked, failure) -> {
                            tell(failure);
                            if (failure == null) {
                                clean();
                            }
                            tellOthers();
                        });
    }

    /** Also what was noted before, by whomever. */
    private void tellOthers() {
        Background.begun(sights::tell)
                .whenComplete(
                        (told, failure) -> {
                            boolean ours = failure != null && !away;
                            if (ours && !untold) {
                                LOG.warnf("others cannot be told of sources: %s", reason(failure));
                            }
                            untold = ours;
                            background.after(config.refresh(), this::look);
                        });
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

    /** Messages of others may quote what they were about. */
    private static String reason(Throwable failure) {
        Throwable cause = Background.cause(failure);
        return cause instanceof StoreUnavailable || cause instanceof LogUnavailable
                ? cause.getMessage()
                : cause.getClass().getSimpleName();
    }
}
