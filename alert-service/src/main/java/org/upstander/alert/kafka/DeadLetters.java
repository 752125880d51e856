package org.upstander.alert.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import org.upstander.alert.application.AlertMetrics;
import org.upstander.contracts.Topics;

/** Sets records aside that cannot be processed, as they came, with the reason in headers. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Publisher publisher;
    private final AlertMetrics metrics;

    DeadLetters(Publisher publisher, AlertMetrics metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Ends when the broker has them; until then the batch they came in is not committed. */
    Uni<Void> add(List<Reading.Refused> refused) {
        if (refused.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(
                        () ->
                                publisher.sendAll(
                                        refused.stream().map(DeadLetters::outgoing).toList()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(() -> refused.forEach(this::tell));
    }

    private void tell(Reading.Refused refused) {
        ConsumerRecord<String, byte[]> source = refused.source();
        metrics.deadLetter(refused.reason());
        LOG.warnf(
                "dead letter topic=%s partition=%d offset=%d reason=%s cause=%s",
                source.topic(),
                source.partition(),
                source.offset(),
                refused.reason(),
                refused.cause());
    }

    private static Publisher.Outgoing outgoing(Reading.Refused refused) {
        ConsumerRecord<String, byte[]> source = refused.source();
        Headers headers = new RecordHeaders(source.headers().toArray());
        put(headers, org.upstander.contracts.Headers.DEAD_LETTER_REASON, refused.reason());
        put(headers, org.upstander.contracts.Headers.DEAD_LETTER_CAUSE, refused.cause());
        put(headers, org.upstander.contracts.Headers.DEAD_LETTER_TOPIC, source.topic());
        put(
                headers,
                org.upstander.contracts.Headers.DEAD_LETTER_PARTITION,
                Integer.toString(source.partition()));
        put(
                headers,
                org.upstander.contracts.Headers.DEAD_LETTER_OFFSET,
                Long.toString(source.offset()));
        return new Publisher.Outgoing(
                source.topic() + Topics.DEAD_LETTER_SUFFIX, source.key(), source.value(), headers);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
