package org.upstander.scoring.kafka;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.config.PostsConfig;

/** The consumers of posts of this instance, as many as are configured. */
@Singleton
final class PostConsumers {
    private final List<PostConsumer> all;

    PostConsumers(
            KafkaClients clients, BatchScorer scorer, PostsConfig config, PipelineMetrics metrics) {
        all =
                IntStream.range(0, config.consumers())
                        .mapToObj(line -> new PostConsumer(line, clients, scorer, config, metrics))
                        .toList();
    }

    List<PostConsumer> all() {
        return all;
    }
}
