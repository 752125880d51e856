package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.upstander.contracts.Headers;

/** CloudEvents headers of records that were read. */
final class EventHeaders {
    private static final Map<String, byte[]> BYTES = new ConcurrentHashMap<>();

    private EventHeaders() {}

    /** Whether the record says that it is of this type and major version. */
    static boolean is(ConsumerRecord<?, ?> event, String type) {
        Header header = event.headers().lastHeader(Headers.TYPE);
        return header != null && Arrays.equals(header.value(), bytes(type));
    }

    /** The header's value, or null. */
    static String text(ConsumerRecord<?, ?> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** UTF-8 of one of the few constants, encoded once. */
    static byte[] bytes(String constant) {
        return BYTES.computeIfAbsent(constant, c -> c.getBytes(UTF_8));
    }
}
