package org.upstander.ingest.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.source.Quotas;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Signal;
import org.upstander.ingest.domain.Source;

/**
 * Takes the signals of a source, and counts its amplifications and joins against what it may bring.
 */
@ApplicationScoped
public class MeteredSignals {

    private final AcceptSignals signals;
    private final Quotas quotas;

    public MeteredSignals(AcceptSignals signals, Quotas quotas) {
        this.signals = signals;
        this.quotas = quotas;
    }

    /** As {@link AcceptSignals#accept}. */
    public CompletionStage<List<Admission<Signal>>> accept(
            Source source, List<Draft.OfSignal> drafts, String traceParent) {
        return signals.accept(
                        drafts.stream().<Handed<Draft.OfSignal>>map(Handed.Readable::new).toList(),
                        traceParent)
                .thenApply(
                        admissions -> {
                            quotas.spend(source, ofCrowds(drafts));
                            return admissions;
                        });
    }

    /** They count as posts: a crowd presses a button more easily than it writes. */
    private static int ofCrowds(List<Draft.OfSignal> drafts) {
        return (int) drafts.stream().filter(one -> one.isAmplification() || one.isJoin()).count();
    }
}
