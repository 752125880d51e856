package org.upstander.bench.load;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes records at a constant rate, whatever becomes of them; {@link OpenLoop} for topics. */
public final class RecordLoop {

    private RecordLoop() {}

    /**
     * Returns when all are acknowledged.
     *
     * @param perSecond arrivals
     * @param count how many in all
     * @param records by index, made when its turn comes
     * @return when each should have been written, {@link System#nanoTime()}
     */
    public static long[] run(
            KafkaProducer<byte[], byte[]> producer,
            int perSecond,
            int count,
            IntFunction<ProducerRecord<byte[], byte[]>> records) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        long[] due = new long[count];
        long start = System.nanoTime() + 10_000_000;
        for (int i = 0; i < count; i++) {
            ProducerRecord<byte[], byte[]> record = records.apply(i);
            due[i] = start + i * 1_000_000_000L / perSecond;
            for (long wait = due[i] - System.nanoTime();
                    wait > 0;
                    wait = due[i] - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            producer.send(
                    record,
                    (metadata, failed) -> {
                        if (failed != null) {
                            failure.set(failed);
                        }
                    });
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("a record was not taken", failure.get());
        }
        return due;
    }
}
