package org.upstander.ingest.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.backfill.RunBackfills;
import org.upstander.ingest.config.SourcesConfig;

/** Works on back-fills, one at a time, on a thread of its own: reading files blocks. */
@ApplicationScoped
class BackfillTimer {

    private static final Logger LOG = Logger.getLogger(BackfillTimer.class);
    private static final long PAUSE_MILLIS = 1000;

    private final RunBackfills backfills;
    private final SourcesConfig config;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "backfill");
                        thread.setDaemon(true);
                        return thread;
                    });

    BackfillTimer(RunBackfills backfills, SourcesConfig config) {
        this.backfills = backfills;
        this.config = config;
    }

    void onStart(@Observes StartupEvent start) {
        timer.execute(this::look);
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }

    private void look() {
        // Another name each time: what a lost run still writes must not count.
        backfills
                .claim(UUID.randomUUID().toString())
                .whenComplete((run, failure) -> found(failure == null ? run : Optional.empty()));
    }

    private void found(Optional<RunBackfills.Run> run) {
        if (run.isPresent()) {
            soon(() -> step(run.get()), 0);
        } else {
            soon(this::look, config.refresh().toMillis());
        }
    }

    private void step(RunBackfills.Run run) {
        backfills
                .next(run)
                .whenComplete(
                        (more, failure) -> {
                            if (failure != null && isKafka(failure)) {
                                soon(() -> step(run), PAUSE_MILLIS);
                            } else if (failure == null && more) {
                                soon(() -> step(run), 0);
                            } else {
                                over(run);
                            }
                        });
    }

    private void over(RunBackfills.Run run) {
        try {
            run.close();
        } catch (IOException e) {
            LOG.warnf("a file was not closed: %s", e.getClass().getSimpleName());
        }
        soon(this::look, config.refresh().toMillis());
    }

    private void soon(Runnable task, long millis) {
        if (!timer.isShutdown()) {
            var unused = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isKafka(Throwable failure) {
        return failure instanceof LogUnavailable || failure.getCause() instanceof LogUnavailable;
    }
}
