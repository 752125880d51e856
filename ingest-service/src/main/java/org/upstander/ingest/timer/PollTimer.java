package org.upstander.ingest.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.upstander.ingest.application.poll.RunPolls;
import org.upstander.ingest.application.source.StoreUnavailable;
import org.upstander.ingest.config.SourcesConfig;

/** Asks sources when their turn has come, a few at a time. */
@ApplicationScoped
class PollTimer {

    private static final Logger LOG = Logger.getLogger(PollTimer.class);
    private static final int AT_A_TIME = 4;

    private final RunPolls polls;
    private final SourcesConfig config;
    private final List<Background> workers =
            Stream.generate(() -> new Background("polls")).limit(AT_A_TIME).toList();

    PollTimer(RunPolls polls, SourcesConfig config) {
        this.polls = polls;
        this.config = config;
    }

    void onStart(@Observes StartupEvent start) {
        workers.forEach(worker -> worker.after(Duration.ZERO, () -> look(worker)));
    }

    @PreDestroy
    void close() {
        workers.forEach(Background::close);
    }

    private void look(Background worker) {
        // Another name each time: what a lost turn still writes must not count.
        String name = UUID.randomUUID().toString();
        Background.begun(() -> polls.next(name))
                .whenComplete(
                        (asked, failure) -> {
                            tell(failure);
                            boolean more = failure == null && asked;
                            worker.after(
                                    more ? Duration.ZERO : config.refresh(), () -> look(worker));
                        });
    }

    /**
     * Its lease ends, and whoever looks then asks again. That the database is away, SourceTimer
     * says.
     */
    private static void tell(Throwable failure) {
        if (failure == null) {
            return;
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (!(cause instanceof StoreUnavailable)) {
            LOG.errorf("asking a source was broken off: %s", cause.getClass().getName());
        }
    }
}
