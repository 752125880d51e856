package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Signal;

/** Takes a batch of signals: each is kept once. */
@ApplicationScoped
public class RecordSignals {

    private final Transactions transactions;
    private final Inbox inbox;
    private final SignalStore signals;
    private final AmplificationStore amplifications;
    private final AlertMetrics metrics;
    private final Clock clock;

    RecordSignals(
            Transactions transactions,
            Inbox inbox,
            SignalStore signals,
            AmplificationStore amplifications,
            AlertMetrics metrics,
            Clock clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.signals = signals;
        this.amplifications = amplifications;
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
                            return add(List.copyOf(byId.values())).replaceWith(byId.size());
                        });
    }

    private Uni<Void> add(List<Signal> fresh) {
        Map<Boolean, List<Signal>> byKind =
                fresh.stream().collect(Collectors.partitioningBy(Signal::isAmplification));
        return signals.add(byKind.get(false)).chain(() -> amplifications.add(byKind.get(true)));
    }
}
