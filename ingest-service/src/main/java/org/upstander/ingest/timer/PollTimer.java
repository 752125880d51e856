package org.upstander.ingest.timer;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.upstander.ingest.application.poll.RunPolls;
import org.upstander.ingest.application.source.StoreUnavailable;
import org.upstander.ingest.config.SourcesConfig;

/** Asks sources when their turn has come, and listens to others; a few at a time. */
@ApplicationScoped
class PollTimer {

    private static final Logger LOG = Logger.getLogger(PollTimer.class);
    private static final int AT_A_TIME = 4;

    /** No thread waits for these. */
    private static final int LISTENING_AT_A_TIME = 8;

    private final RunPolls polls;
    private final SourcesConfig config;
    private final List<Background> workers =
            Stream.generate(() -> new Background("polls")).limit(AT_A_TIME).toList();

    private final Background listeners = new Background("listening");

    PollTimer(RunPolls polls, SourcesConfig config) {
        this.polls = polls;
        this.config = config;
    }

    void onStart(@Observes StartupEvent start) {
        workers.forEach(worker -> worker.after(Duration.ZERO, () -> look(worker, polls::next)));
        for (int i = 0; i < LISTENING_AT_A_TIME; i++) {
            listeners.after(Duration.ZERO, () -> look(listeners, polls::listen));
        }
    }

    @PreDestroy
    void close() {
        workers.forEach(Background::close);
        listeners.close();
    }

    private void look(Background worker, Function<String, CompletionStage<Boolean>> next) {
        // Another name each time: what a lost turn still writes must not count.
        String name = UUID.randomUUID().toString();
        Background.begun(() -> next.apply(name))
                .whenComplete(
                        (asked, failure) -> {
                            tell(failure);
                            boolean more = failure == null && asked;
                            worker.after(
                                    more ? Duration.ZERO : config.refresh(),
                                    () -> look(worker, next));
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
        Throwable cause = Background.cause(failure);
        if (!(cause instanceof StoreUnavailable)) {
            LOG.errorf("asking a source was broken off: %s", cause.getClass().getName());
        }
    }
}
