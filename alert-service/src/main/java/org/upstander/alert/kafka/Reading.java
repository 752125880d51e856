package org.upstander.alert.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.upstander.contracts.DeadLetterReasons;
import org.upstander.contracts.Headers;

/**
 * Bytes to domain, record by record: what can be read, and what is set aside and why.
 *
 * @param taken what was read, in order, each with the record it came from
 * @param refused what was not
 */
record Reading<T>(List<Taken<T>> taken, List<Refused> refused) {

    List<T> items() {
        return taken.stream().map(Taken::item).toList();
    }

    record Taken<T>(ConsumerRecord<String, byte[]> source, T item) {}

    /**
     * @param reason one of {@link DeadLetterReasons}
     * @param cause class name of the failure; never its message, which could quote the record
     */
    record Refused(ConsumerRecord<String, byte[]> source, String reason, String cause) {}

    /** Of a topic on which a record without a value says nothing. */
    static <E, T> Reading<T> of(
            Iterable<ConsumerRecord<String, byte[]>> records,
            String type,
            ObjectMapper json,
            Class<E> contract,
            Function<E, T> toDomain) {
        return of(records, type, json, contract, toDomain, key -> null);
    }

    /**
     * @param removed what a record without a value says, by its key; null for nothing
     */
    static <E, T> Reading<T> of(
            Iterable<ConsumerRecord<String, byte[]>> records,
            String type,
            ObjectMapper json,
            Class<E> contract,
            Function<E, T> toDomain,
            Function<String, T> removed) {
        List<Taken<T>> taken = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> source : records) {
            if (!type.equals(header(source, Headers.TYPE))) {
                refused.add(new Refused(source, DeadLetterReasons.UNKNOWN_TYPE, ""));
                continue;
            }
            try {
                T item =
                        source.value() == null
                                ? removed.apply(source.key())
                                : item(json.readValue(source.value(), contract), toDomain);
                if (item == null) {
                    refused.add(new Refused(source, DeadLetterReasons.UNREADABLE, "null"));
                } else {
                    taken.add(new Taken<>(source, item));
                }
            } catch (IOException e) {
                refused.add(refused(source, DeadLetterReasons.UNREADABLE, e));
            } catch (RuntimeException e) {
                // InvalidEvent, or whatever else of the record a mapper stumbles over.
                refused.add(refused(source, DeadLetterReasons.INVALID, e));
            }
        }
        return new Reading<>(taken, refused);
    }

    private static <E, T> T item(E event, Function<E, T> toDomain) {
        return event == null ? null : toDomain.apply(event);
    }

    static Refused refused(ConsumerRecord<String, byte[]> source, String reason, Throwable why) {
        return new Refused(source, reason, why.getClass().getName());
    }

    private static String header(ConsumerRecord<String, byte[]> source, String name) {
        Header header = source.headers().lastHeader(name);
        return header == null || header.value() == null
                ? ""
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
