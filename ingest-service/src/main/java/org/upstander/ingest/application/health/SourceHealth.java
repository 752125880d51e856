package org.upstander.ingest.application.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.upstander.ingest.application.delivery.DeliveryMetrics;
import org.upstander.ingest.application.delivery.DeliveryWatch;
import org.upstander.ingest.application.delivery.Outcome;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Source;

/** Collects what is seen of sources, and keeps it from time to time: not a write for each post. */
@ApplicationScoped
class SourceHealth implements DeliveryWatch {

    private final HealthStore store;
    private final DeliveryMetrics metrics;
    private final Map<String, Observed> unkept = new ConcurrentHashMap<>();

    SourceHealth(HealthStore store, DeliveryMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    @Override
    public void saw(Source source, Outcome outcome, Instant at) {
        metrics.delivered(source.type(), outcome.kind());
        add(source.id(), observed(outcome, at));
    }

    /** Keeps what was collected; what cannot be kept now is tried with the next. */
    CompletionStage<Void> keep() {
        Map<String, Observed> taken = new HashMap<>();
        for (String id : List.copyOf(unkept.keySet())) {
            Observed observed = unkept.remove(id);
            if (observed != null) {
                taken.put(id, observed);
            }
        }
        if (taken.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return store.add(taken)
                .whenComplete(
                        (kept, failure) -> {
                            if (failure != null) {
                                taken.forEach(
                                        (id, earlier) ->
                                                unkept.merge(
                                                        id,
                                                        earlier,
                                                        (later, same) -> earlier.and(later)));
                            }
                        });
    }

    private void add(String id, Observed observed) {
        unkept.merge(id, observed, Observed::and);
    }

    private static Observed observed(Outcome outcome, Instant at) {
        if (outcome instanceof Outcome.NotProven) {
            return new Observed(null, null, 0, 0, 1, 0, null);
        }
        if (outcome instanceof Outcome.NotReadable) {
            return new Observed(at, null, 0, 0, 0, 1, null);
        }
        if (outcome instanceof Outcome.Taken taken) {
            long good = accepted(taken.posts()) + accepted(taken.signals());
            long all = taken.posts().size() + taken.signals().size();
            return new Observed(at, good > 0 ? at : null, good, all - good, 0, 0, null);
        }
        if (outcome instanceof Outcome.Heard heard && heard.said() instanceof Said.Gap gap) {
            return new Observed(at, null, 0, 0, 0, 0, new Observed.Gap(gap.cause(), at));
        }
        return new Observed(at, null, 0, 0, 0, 0, null);
    }

    private static long accepted(List<? extends Admission<?>> items) {
        return items.stream().filter(item -> item instanceof Admission.Accepted).count();
    }
}
