package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.domain.Signal;

/** Takes a batch of signals: each is kept once. */
@ApplicationScoped
public class RecordSignals {

    private final Transactions transactions;
    private final Inbox inbox;
    private final KeepSignals keepSignals;
    private final AlertMetrics metrics;
    private final Clock clock;

    RecordSignals(
            Transactions transactions,
            Inbox inbox,
            KeepSignals keepSignals,
            AlertMetrics metrics,
            Clock clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.keepSignals = keepSignals;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Fails as {@link RecordAssessments#record} does. */
    public Uni<Void> record(List<Signal> batch) {
        return transactions
                .run(() -> inTransaction(batch))
                .invoke(fresh -> metrics.duplicates(batch.size() - fresh))
                .replaceWithVoid();
    }

    private Uni<Integer> inTransaction(List<Signal> batch) {
        Map<String, Signal> byId = new LinkedHashMap<>();
        batch.forEach(signal -> byId.putIfAbsent(signal.id(), signal));
        return inbox.firstSeen(Inbox.Stream.SIGNALS, byId.keySet(), clock.instant())
                .chain(
                        seen -> {
                            byId.keySet().retainAll(seen);
                            return keepSignals
                                    .add(List.copyOf(byId.values()), clock.instant())
                                    .replaceWith(byId.size());
                        });
    }
}
