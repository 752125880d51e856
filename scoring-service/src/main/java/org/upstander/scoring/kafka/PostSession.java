package org.upstander.scoring.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.upstander.contracts.Topics;
import org.upstander.scoring.application.PipelineMetrics;

/**
 * One membership in the group, from joining to leaving it. Nothing is committed before its results
 * are acknowledged. For one thread.
 */
final class PostSession implements ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(PostSession.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT = Duration.ofSeconds(2);

    private final int line;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final BatchScorer scorer;
    private final DeadLetterLimit limit;
    private final PipelineMetrics metrics;

    /** Offsets whose results are all acknowledged. */
    private final Map<TopicPartition, OffsetAndMetadata> acknowledged = new HashMap<>();

    /**
     * @param limit outlives the session: a failure does not start its count anew
     */
    PostSession(
            int line,
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer,
            BatchScorer scorer,
            DeadLetterLimit limit,
            PipelineMetrics metrics) {
        this.line = line;
        this.consumer = consumer;
        this.producer = producer;
        this.scorer = scorer;
        this.limit = limit;
        this.metrics = metrics;
    }

    void run(Worker worker) {
        Connection connection = new Connection(consumer);
        consumer.subscribe(List.of(Topics.POSTS), this);
        boolean stopped = false;
        while (!worker.isStopping() && !stopped) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            worker.connected(connection.isOpen());
            if (!records.isEmpty()) {
                stopped = !handle(records);
                worker.progressed();
            }
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
        limit.adopt(counted);
        acknowledged.putAll(outcome.next());
        // What fails to be committed here is committed with the next batch, or repeated.
        consumer.commitAsync(outcome.next(), null);
        metrics.batch(records.count(), Duration.ofNanos(System.nanoTime() - begin));
        return !outcome.stopped();
    }

    /** Stays in the group, so that the partitions do not wander to an instance that would go on. */
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
            consumer.commitSync(offsets, COMMIT);
        } catch (KafkaException e) {
            // Whoever comes next repeats these posts, with the same ids.
            LOG.debugf(e, "offsets not committed");
        }
    }
}
