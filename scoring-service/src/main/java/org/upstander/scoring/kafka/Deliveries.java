package org.upstander.scoring.kafka;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** What one batch sends. {@link #settle} returns when all of it is acknowledged, or fails. */
final class Deliveries {
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Queue<ProducerRecord<byte[], byte[]>> tooLarge = new ConcurrentLinkedQueue<>();
    private final Callback onResult = (metadata, e) -> note(e);

    Deliveries(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    void result(ProducerRecord<byte[], byte[]> assessment) {
        producer.send(assessment, onResult);
    }

    /** A dead letter that no broker takes at its size is sent as a pointer to the record. */
    void deadLetter(ProducerRecord<byte[], byte[]> letter) {
        producer.send(
                letter,
                (metadata, e) -> {
                    if (e instanceof RecordTooLargeException && letter.value() != null) {
                        tooLarge.add(DeadLetters.pointer(letter));
                    } else {
                        note(e);
                    }
                });
    }

    void settle() {
        producer.flush();
        if (!tooLarge.isEmpty()) {
            tooLarge.forEach(this::deadLetter);
            producer.flush();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new KafkaException("results were not acknowledged", failed);
        }
    }

    private void note(Exception e) {
        if (e != null) {
            failure.compareAndSet(null, e);
        }
    }
}
