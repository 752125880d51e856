package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;

/** Makes dead letters of records and records of dead letters. */
final class DeadLetters {
    private static final String OWN_HEADERS = "dead-letter-";

    private DeadLetters() {}

    /** The record as it was, with the reason. */
    static ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> event, Refusal refusal) {
        RecordHeaders headers = new RecordHeaders();
        event.headers().forEach(headers::add);
        put(headers, Headers.DEAD_LETTER_REASON, refusal.reason().wire());
        put(headers, Headers.DEAD_LETTER_CAUSE, refusal.cause());
        put(headers, Headers.DEAD_LETTER_TOPIC, event.topic());
        put(headers, Headers.DEAD_LETTER_PARTITION, Integer.toString(event.partition()));
        put(headers, Headers.DEAD_LETTER_OFFSET, Long.toString(event.offset()));
        return new ProducerRecord<>(
                event.topic() + Topics.DEAD_LETTER_SUFFIX,
                null,
                null,
                event.key(),
                event.value(),
                headers);
    }

    /** The same without its value, for a record so large that its headers do not fit beside it. */
    static ProducerRecord<byte[], byte[]> pointer(ProducerRecord<byte[], byte[]> letter) {
        return new ProducerRecord<>(
                letter.topic(), null, null, letter.key(), null, letter.headers());
    }

    /** The record that {@code letter} once was, for the topic that it came from. */
    static ProducerRecord<byte[], byte[]> revive(
            ConsumerRecord<byte[], byte[]> letter, String topic) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(OWN_HEADERS)) {
                headers.add(header);
            }
        }
        return new ProducerRecord<>(topic, null, null, letter.key(), letter.value(), headers);
    }

    private static void put(RecordHeaders headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }
}
