package org.upstander.alert.kafka;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.upstander.alert.application.AlertMetrics;
import org.upstander.alert.application.OutboxQueue;
import org.upstander.alert.application.OutboxQueue.Waiting;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.Worker;

/**
 * Sends what waits in the outbox, oldest first, and deletes it once the broker has it. Sending
 * within the transaction is meant: the lock keeps a second relay away until it is known which
 * events are gone. A crash in between sends some again, with the same {@code ce_id}.
 */
@ApplicationScoped
class OutboxRelay {

    private static final int BATCH = 200;
    private static final String SOURCE = "/upstander/alert-service";

    private final Transactions transactions;
    private final OutboxQueue queue;
    private final Publisher publisher;
    private final AlertMetrics metrics;

    OutboxRelay(
            Transactions transactions,
            OutboxQueue queue,
            Publisher publisher,
            AlertMetrics metrics) {
        this.transactions = transactions;
        this.queue = queue;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    void onStart(@Observes StartupEvent start, Wakeups wakeups) {
        wakeups.on(Wakeups.Work.OUTBOX, new Worker("outbox relay", this::relayOnce));
    }

    /** One batch: how many events were sent. */
    Uni<Integer> relayOnce() {
        return transactions
                .run(() -> queue.lockOldest(BATCH).call(this::send))
                .map(List::size)
                .invoke(metrics::outboxSent);
    }

    private Uni<Void> send(List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return publisher
                .sendAll(waiting.stream().map(OutboxRelay::outgoing).toList())
                .chain(() -> queue.remove(waiting));
    }

    private static Publisher.Outgoing outgoing(Waiting waiting) {
        Headers headers = new RecordHeaders();
        put(headers, org.upstander.contracts.Headers.SPEC_VERSION, "1.0");
        put(headers, org.upstander.contracts.Headers.ID, Long.toString(waiting.id()));
        put(headers, org.upstander.contracts.Headers.SOURCE, SOURCE);
        put(headers, org.upstander.contracts.Headers.TYPE, waiting.event().type());
        put(headers, org.upstander.contracts.Headers.TIME, waiting.createdAt().toString());
        put(
                headers,
                org.upstander.contracts.Headers.CONTENT_TYPE,
                org.upstander.contracts.Headers.JSON);
        return new Publisher.Outgoing(
                waiting.event().topic(), waiting.event().key(), waiting.event().value(), headers);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
