package org.upstander.ingest.application;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;

/**
 * The way that posts and signals share: admit each item on its own, write the admitted ones
 * together, count.
 *
 * @param <D> what is handed in
 * @param <T> what is written
 */
final class Admissions<D extends Draft, T> {

    private final IngestMetrics.Kind kind;
    private final BiFunction<List<T>, String, CompletionStage<Void>> log;
    private final IngestMetrics metrics;

    Admissions(
            IngestMetrics.Kind kind,
            BiFunction<List<T>, String, CompletionStage<Void>> log,
            IngestMetrics metrics) {
        this.kind = kind;
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * @param stored is told of the admissions when all is stored, before the caller is
     */
    CompletionStage<List<Admission<T>>> accept(
            List<Handed<D>> items,
            Function<Handed.Readable<D>, Admission<T>> rules,
            String traceParent,
            Consumer<List<Admission<T>>> stored) {
        List<Admission<T>> admissions = new ArrayList<>(items.size());
        List<T> admitted = new ArrayList<>(items.size());
        metrics.received(kind, items.size());
        for (Handed<D> item : items) {
            Admission<T> admission = admit(item, rules);
            admissions.add(admission);
            if (admission instanceof Admission.Accepted<T> accepted) {
                admitted.add(accepted.item());
            } else if (admission instanceof Admission.Rejected<T> rejected) {
                metrics.rejected(kind, rejected.violations().get(0).reason());
            }
        }
        if (admitted.isEmpty()) {
            return CompletableFuture.completedFuture(admissions);
        }
        CompletableFuture<List<Admission<T>>> result = new CompletableFuture<>();
        log.apply(admitted, traceParent)
                .whenComplete(
                        (written, failure) -> {
                            if (failure == null) {
                                metrics.accepted(kind, admitted.size());
                                stored.accept(admissions);
                                result.complete(admissions);
                            } else {
                                metrics.unavailable(kind, admitted.size());
                                result.completeExceptionally(failure);
                            }
                        });
        return result;
    }

    private Admission<T> admit(Handed<D> item, Function<Handed.Readable<D>, Admission<T>> rules) {
        if (item instanceof Handed.Readable<D> readable) {
            return rules.apply(readable);
        }
        Handed.Unreadable<D> unreadable = (Handed.Unreadable<D>) item;
        return new Admission.Rejected<>(unreadable.externalId(), unreadable.violations());
    }
}
