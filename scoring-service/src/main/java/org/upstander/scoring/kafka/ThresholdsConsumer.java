package org.upstander.scoring.kafka;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.upstander.contracts.Topics;
import org.upstander.scoring.application.LiveThresholds;
import org.upstander.scoring.application.PipelineMetrics;

/** Reads which thresholds were put last, then follows them. */
@Singleton
final class ThresholdsConsumer implements Worker.Task {
    private static final Logger LOG = Logger.getLogger(ThresholdsConsumer.class);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final LiveThresholds thresholds;
    private final PipelineMetrics metrics;
    private volatile Runnable whenKnown = () -> {};
    private boolean known;

    ThresholdsConsumer(KafkaClients clients, LiveThresholds thresholds, PipelineMetrics metrics) {
        this.clients = clients;
        this.thresholds = thresholds;
        this.metrics = metrics;
    }

    /** Said before the start: what to do once, when it is known which thresholds apply. */
    void whenKnown(Runnable then) {
        whenKnown = then;
    }

    @Override
    public void run(Worker worker) {
        KafkaConsumer<byte[], byte[]> consumer = clients.reader("thresholds");
        try {
            CompactedTopic topic = new CompactedTopic(consumer, Topics.THRESHOLDS);
            if (!topic.exists()) {
                // Nothing can have been put: posts need not wait for a topic that is made later.
                announce();
                throw new KafkaException("topic " + Topics.THRESHOLDS + " does not exist yet");
            }
            Connection connection = new Connection(consumer);
            // Begun anew each time, as the topic itself may have been.
            ThresholdsBook book = new ThresholdsBook(thresholds.configured(), metrics);
            if (topic.readWhole(worker, book::apply)) {
                enforce(book);
                announce();
                follow(consumer, connection, book, worker);
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void follow(
            KafkaConsumer<byte[], byte[]> consumer,
            Connection connection,
            ThresholdsBook book,
            Worker worker) {
        while (!worker.isStopping()) {
            boolean changed = false;
            for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(CompactedTopic.POLL)) {
                changed |= book.apply(entry);
            }
            worker.connected(connection.isOpen());
            if (changed) {
                enforce(book);
            }
        }
    }

    private void enforce(ThresholdsBook book) {
        thresholds.replace(book.current());
        LOG.infof(
                "thresholds in force live=%s shadow=%s",
                book.current().live(), book.current().shadow());
    }

    private void announce() {
        if (!known) {
            known = true;
            whenKnown.run();
        }
    }
}
