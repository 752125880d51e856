package org.upstander.scoring.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.application.PipelineState;

/** Starts the consumers in their order, roster and thresholds before any post, and stops them. */
@Singleton
class Pipeline {
    private static final Duration STOP = Duration.ofSeconds(10);

    private final RosterConsumer rosterConsumer;
    private final ThresholdsConsumer thresholdsConsumer;
    private final List<Worker> beforePosts;
    private final List<Worker> posts;

    Pipeline(
            RosterConsumer rosterConsumer,
            ThresholdsConsumer thresholdsConsumer,
            PostConsumers postConsumers,
            PipelineState state,
            PipelineMetrics metrics) {
        this.rosterConsumer = rosterConsumer;
        this.thresholdsConsumer = thresholdsConsumer;
        beforePosts =
                List.of(
                        new Worker("roster", rosterConsumer, state, metrics),
                        new Worker("thresholds", thresholdsConsumer, state, metrics));
        posts =
                postConsumers.all().stream()
                        .map(task -> new Worker(task.name(), task, state, metrics))
                        .toList();
    }

    void onStart(@Observes StartupEvent event) {
        AtomicInteger awaited = new AtomicInteger(beforePosts.size());
        Runnable known =
                () -> {
                    if (awaited.decrementAndGet() == 0) {
                        posts.forEach(Worker::start);
                    }
                };
        rosterConsumer.whenWhole(known);
        thresholdsConsumer.whenKnown(known);
        beforePosts.forEach(Worker::start);
    }

    void onStop(@Observes ShutdownEvent event) {
        posts.forEach(Worker::askToStop);
        beforePosts.forEach(Worker::askToStop);
        posts.forEach(worker -> worker.awaitEnd(STOP));
        beforePosts.forEach(worker -> worker.awaitEnd(STOP));
    }
}
