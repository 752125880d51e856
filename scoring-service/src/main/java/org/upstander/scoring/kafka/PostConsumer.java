package org.upstander.scoring.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.config.PostsConfig;

/**
 * Takes posts in batches: read, score, send, wait for the acknowledgements, commit. A batch that
 * fails in any way is begun again from what is committed; the results have the same ids, so a
 * repetition changes nothing. A plain client and not a channel, because a channel handles records
 * one by one or leaves the same work to us (RATIONALE).
 */
final class PostConsumer implements Worker.Task {
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final int line;
    private final KafkaClients clients;
    private final BatchScorer scorer;
    private final PostsConfig config;
    private final PipelineMetrics metrics;
    private final DeadLetterLimit limit;

    /**
     * @param line which of this instance's consumers
     */
    PostConsumer(
            int line,
            KafkaClients clients,
            BatchScorer scorer,
            PostsConfig config,
            PipelineMetrics metrics) {
        this.line = line;
        this.clients = clients;
        this.scorer = scorer;
        this.config = config;
        this.metrics = metrics;
        this.limit =
                new DeadLetterLimit(
                        config.deadLetters().inARow(), config.deadLetters().inAThousand());
    }

    /** Of the consumer, its clients and its thread. */
    String name() {
        return "posts-" + line;
    }

    @Override
    public void run(Worker worker) {
        Consumer<byte[], byte[]> consumer = clients.member(name(), config.group(), config.batch());
        try {
            Producer<byte[], byte[]> producer = clients.producer(name());
            try {
                new PostSession(line, consumer, producer, scorer, limit, metrics).run(worker);
            } finally {
                producer.close(CLOSE);
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }
}
