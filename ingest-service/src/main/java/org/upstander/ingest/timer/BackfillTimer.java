package org.upstander.ingest.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.backfill.BackfillRun;
import org.upstander.ingest.application.backfill.BackfillWork;
import org.upstander.ingest.application.backfill.RunBackfills;
import org.upstander.ingest.application.source.StoreUnavailable;
import org.upstander.ingest.config.SourcesConfig;

/**
 * Works on back-fills, one at a time, on a thread of its own: reading files blocks. It looks for
 * one now and then, as others may have begun it, and when it is told.
 */
@ApplicationScoped
class BackfillTimer implements BackfillWork {

    private static final Logger LOG = Logger.getLogger(BackfillTimer.class);
    private static final Duration UNTIL_KAFKA = Duration.ofSeconds(1);

    private final RunBackfills backfills;
    private final SourcesConfig config;
    private final Background background = new Background("backfill");
    private Future<?> next = CompletableFuture.completedFuture(null);
    private boolean woken;

    BackfillTimer(RunBackfills backfills, SourcesConfig config) {
        this.backfills = backfills;
        this.config = config;
    }

    void onStart(@Observes StartupEvent start) {
        background.after(Duration.ZERO, this::look);
    }

    @PreDestroy
    void close() {
        background.close();
    }

    @Override
    public synchronized void wake() {
        woken = true;
        if (next.cancel(false)) {
            rest();
        }
    }

    /** Until somebody wakes it: also one who did so while it was at work. */
    private synchronized void rest() {
        next = background.later(woken ? Duration.ZERO : config.refresh(), this::look);
        woken = false;
    }

    private void look() {
        // Another name each time: what a lost run still writes must not count.
        String worker = UUID.randomUUID().toString();
        Background.begun(() -> backfills.claim(worker))
                .whenComplete(
                        (run, failure) -> {
                            tell(failure);
                            found(failure == null ? run : Optional.empty());
                        });
    }

    private void found(Optional<BackfillRun> run) {
        if (run.isPresent()) {
            background.after(Duration.ZERO, () -> step(run.get()));
        } else {
            rest();
        }
    }

    private void step(BackfillRun run) {
        Background.begun(() -> backfills.next(run))
                .whenComplete(
                        (more, failure) -> {
                            if (failure != null
                                    && Background.cause(failure) instanceof LogUnavailable) {
                                background.after(UNTIL_KAFKA, () -> step(run));
                            } else if (failure == null && more) {
                                background.after(Duration.ZERO, () -> step(run));
                            } else {
                                tell(failure);
                                over(run);
                            }
                        });
    }

    private void over(BackfillRun run) {
        try {
            run.close();
        } catch (IOException e) {
            LOG.warnf("a file was not closed: %s", e.getClass().getSimpleName());
        }
        rest();
    }

    /** Whoever looks next goes on. That the database is away, SourceTimer says. */
    private static void tell(Throwable failure) {
        if (failure != null && !(Background.cause(failure) instanceof StoreUnavailable)) {
            LOG.errorf(
                    "a back-fill was broken off: %s",
                    Background.cause(failure).getClass().getName());
        }
    }
}
