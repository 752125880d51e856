package org.upstander.scoring.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.application.PipelineState;
import org.upstander.scoring.config.PostsConfig;

/** Starts the consumers in their order, the roster before any post, and stops them. */
@Singleton
class Pipeline {
    private static final Duration STOP = Duration.ofSeconds(10);

    private final RosterConsumer rosterConsumer;
    private final Worker roster;
    private final List<Worker> posts;

    Pipeline(
            RosterConsumer rosterConsumer,
            KafkaClients clients,
            BatchScorer scorer,
            PostsConfig config,
            PipelineState state,
            PipelineMetrics metrics) {
        this.rosterConsumer = rosterConsumer;
        roster = new Worker("roster", rosterConsumer, state, metrics);
        posts =
                IntStream.range(0, config.consumers())
                        .mapToObj(
                                line ->
                                        new Worker(
                                                "posts-" + line,
                                                new PostConsumer(
                                                        line, clients, scorer, config, metrics),
                                                state,
                                                metrics))
                        .toList();
    }

    void onStart(@Observes StartupEvent event) {
        rosterConsumer.whenWhole(() -> posts.forEach(Worker::start));
        roster.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        posts.forEach(Worker::askToStop);
        roster.askToStop();
        posts.forEach(worker -> worker.awaitEnd(STOP));
        roster.awaitEnd(STOP);
    }
}
