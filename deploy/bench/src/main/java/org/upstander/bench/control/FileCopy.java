package org.upstander.bench.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Control of the back-fill: each line of a file becomes a record. Looks at nothing, waits for no
 * send, and remembers nowhere how far it is.
 */
public final class FileCopy {

    private FileCopy() {}

    /**
     * Each line of input is a file; the answer is how many nanoseconds it took until all was
     * acknowledged.
     *
     * @param args bootstrap servers, topic, linger in ms
     */
    public static void main(String[] args) throws IOException {
        try (KafkaProducer<byte[], byte[]> producer =
                Clients.producer(args[0], Integer.parseInt(args[2]))) {
            producer.partitionsFor(args[1]);
            Line.say(Line.READY);
            for (String asked = Line.hear(); asked != null; asked = Line.hear()) {
                long begin = System.nanoTime();
                copy(Path.of(asked.trim()), producer, args[1]);
                Line.say(Long.toString(System.nanoTime() - begin));
            }
        }
    }

    private static void copy(Path file, KafkaProducer<byte[], byte[]> producer, String topic)
            throws IOException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                producer.send(
                        new ProducerRecord<>(topic, line.toByteArray()),
                        (metadata, failed) -> {
                            if (failed != null) {
                                failure.set(failed);
                            }
                        });
                line.reset();
            }
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IOException("a line was not taken", failure.get());
        }
    }
}
