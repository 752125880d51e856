package org.upstander.scoring.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.upstander.contracts.Topics;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.config.PostsConfig;

/**
 * Takes posts in batches: read, score, send, wait for the acknowledgements, commit. A batch that
 * fails in any way is begun again from what is committed; the results have the same ids, so a
 * repetition changes nothing. A plain client and not a channel, because a channel handles records
 * one by one or leaves the same work to us (RATIONALE).
 */
final class PostConsumer implements Worker.Task {
    private static final Logger LOG = Logger.getLogger(PostConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final int line;
    private final KafkaClients clients;
    private final BatchScorer scorer;
    private final PostsConfig config;
    private final PipelineMetrics metrics;
    private DeadLetterLimit limit;

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
        this.limit = new DeadLetterLimit(config.deadLetters());
    }

    @Override
    public void run(Worker worker) {
        String name = "posts-" + line;
        KafkaConsumer<byte[], byte[]> consumer =
                clients.member(name, config.group(), config.batch());
        try {
            KafkaProducer<byte[], byte[]> producer = clients.producer(name);
            try {
                new Session(consumer, producer).run(worker);
            } finally {
                producer.close(CLOSE);
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    /** From joining the group to leaving it. */
    private final class Session implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final KafkaProducer<byte[], byte[]> producer;

        /** Offsets whose results are all acknowledged. */
        private final Map<TopicPartition, OffsetAndMetadata> acknowledged = new HashMap<>();

        Session(KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
            this.consumer = consumer;
            this.producer = producer;
        }

        void run(Worker worker) {
            Connection connection = new Connection(consumer);
            consumer.subscribe(List.of(Topics.POSTS), this);
            boolean stopped = false;
            while (!worker.isStopping() && !stopped) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                worker.connected(connection.isOpen());
                stopped = !records.isEmpty() && !handle(records);
                reportLag();
            }
            commit(acknowledged);
            if (stopped) {
                waitForAPerson(worker);
            }
        }

        /** Returns false where the limit on dead letters was met. */
        private boolean handle(ConsumerRecords<byte[], byte[]> records) {
            long begin = System.nanoTime();
            Deliveries deliveries = new Deliveries(producer);
            DeadLetterLimit counted = limit.copy();
            BatchScorer.Outcome outcome = scorer.score(records, counted, deliveries);
            deliveries.settle();
            limit = counted;
            acknowledged.putAll(outcome.next());
            // What fails to be committed here is committed with the next batch, or repeated.
            consumer.commitAsync(outcome.next(), null);
            metrics.batch(records.count(), Duration.ofNanos(System.nanoTime() - begin));
            return !outcome.stopped();
        }

        /**
         * Stays in the group, so that the partitions do not wander to an instance that would go on.
         */
        private void waitForAPerson(Worker worker) {
            worker.stoppedTheLine();
            LOG.errorf(
                    "too many records cannot be read: consumer stopped topic=%s committed=%s."
                            + " Look at the dead letters, then update or restart this service",
                    Topics.POSTS, acknowledged);
            while (!worker.isStopping()) {
                consumer.pause(consumer.assignment());
                consumer.poll(POLL);
            }
        }

        private void reportLag() {
            long lag = 0;
            for (TopicPartition partition : consumer.assignment()) {
                OptionalLong behind = consumer.currentLag(partition);
                lag += behind.orElse(0);
            }
            metrics.lag(line, lag);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> leaving = new HashMap<>(acknowledged);
            leaving.keySet().retainAll(partitions);
            commit(leaving);
            acknowledged.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            acknowledged.keySet().removeAll(partitions);
        }

        private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
            if (offsets.isEmpty()) {
                return;
            }
            try {
                consumer.commitSync(offsets, CLOSE);
            } catch (KafkaException e) {
                // Whoever comes next repeats these posts, with the same ids.
                LOG.debugf(e, "offsets not committed");
            }
        }
    }
}
