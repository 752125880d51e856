package org.upstander.ingest.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Signal;
import org.upstander.ingest.domain.SignalRules;

/** Takes moderation actions, contact attempts, amplifications and joins. */
@ApplicationScoped
public class AcceptSignals {

    private final Clock clock;
    private final Admissions<Draft.OfSignal, Signal> admissions;

    public AcceptSignals(SignalLog log, IngestMetrics metrics, Clock clock) {
        this.clock = clock;
        this.admissions = new Admissions<>(IngestMetrics.Kind.SIGNAL, log::append, metrics);
    }

    /** As {@link AcceptPosts#accept}. */
    public CompletionStage<List<Admission<Signal>>> accept(
            List<Handed<Draft.OfSignal>> items, String traceParent) {
        SignalRules rules = new SignalRules(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return admissions.accept(
                items, item -> rules.admit(item.draft()), traceParent, stored -> {});
    }

    /** As {@link AcceptPosts#check}. */
    public Admission<Signal> check(Draft.OfSignal draft) {
        return new SignalRules(clock.instant().truncatedTo(ChronoUnit.MILLIS)).admit(draft);
    }
}
