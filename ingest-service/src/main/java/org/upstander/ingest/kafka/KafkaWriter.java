package org.upstander.ingest.kafka;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.upstander.contracts.Topics;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.config.WriterConfig;

/**
 * Writes records and says when all of them are stored. Never blocks (the producer has {@code
 * max.block.ms=0} and a bounded buffer), so it is called on event loops as on workers.
 */
@ApplicationScoped
class KafkaWriter {

    private static final long SWEEP_MILLIS = 100;

    private final KafkaConnection connection;
    private final OwnPosts own;
    private final long ackTimeoutNanos;
    private final Queue<Sending> sendings = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "kafka-late");
                        thread.setDaemon(true);
                        return thread;
                    });

    KafkaWriter(KafkaConnection connection, OwnPosts own, WriterConfig config) {
        this.connection = connection;
        this.own = own;
        this.ackTimeoutNanos = config.ackTimeout().toNanos();
        var unused =
                clock.scheduleWithFixedDelay(
                        this::failLate, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        clock.shutdownNow();
    }

    /**
     * Writes records, in order.
     *
     * @param records at least one
     * @return completes when every record is acknowledged by all in-sync replicas; fails with
     *     {@link LogUnavailable} when one is refused, or within a tenth of a second after the time
     *     allowed
     */
    CompletionStage<Void> write(List<ProducerRecord<String, byte[]>> records) {
        return write(records, connection::refused);
    }

    /**
     * As {@link #write}, for what is no post: a topic that is missing, or that we may not write to,
     * must not count as Kafka that cannot take posts.
     */
    CompletionStage<Void> writeAside(ProducerRecord<String, byte[]> record) {
        return write(List.of(record), failure -> {});
    }

    private CompletionStage<Void> write(
            List<ProducerRecord<String, byte[]>> records, Consumer<Exception> refusals) {
        Producer<String, byte[]> producer = connection.producer();
        if (producer == null) {
            return CompletableFuture.failedFuture(new LogUnavailable("no connection yet"));
        }
        Sending sending =
                new Sending(
                        records.size(),
                        System.nanoTime() + ackTimeoutNanos,
                        this::stored,
                        refusals);
        sendings.add(sending);
        try {
            for (ProducerRecord<String, byte[]> record : records) {
                // The future says nothing that the callback does not.
                var unused = producer.send(record, sending);
                if (sending.ended()) {
                    break; // refused at once, and so would be the rest
                }
            }
        } catch (RuntimeException e) {
            // Closed in between, or a fault of ours: the caller keeps the items in either case.
            sending.onCompletion(null, e);
        }
        return sending.result();
    }

    private void stored(RecordMetadata place) {
        if (place.hasOffset() && place.topic().equals(Topics.POSTS)) {
            own.wrote(place.partition(), place.offset());
        }
    }

    /**
     * The producer has the same timeout, but keeps to it only when its own thread is free. All wait
     * equally long, so the oldest stands in front.
     */
    private void failLate() {
        long now = System.nanoTime();
        for (Sending first = sendings.peek();
                first != null && (first.ended() || first.late(now));
                first = sendings.peek()) {
            first.fail("no acknowledgement in time");
            sendings.poll();
        }
    }
}
