package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.upstander.alert.application.pattern.LookAgainAfter;
import org.upstander.alert.domain.Signal;

/** Keeps signals where they are looked for, and has patterns look at what they change. */
@ApplicationScoped
class KeepSignals {

    private final SignalStore signals;
    private final AmplificationStore amplifications;
    private final LookAgainAfter lookAgainAfter;

    KeepSignals(
            SignalStore signals, AmplificationStore amplifications, LookAgainAfter lookAgainAfter) {
        this.signals = signals;
        this.amplifications = amplifications;
        this.lookAgainAfter = lookAgainAfter;
    }

    /** Within the caller's transaction. */
    Uni<Void> add(List<Signal> fresh, Instant now) {
        Map<Boolean, List<Signal>> byKind =
                fresh.stream().collect(Collectors.partitioningBy(Signal::isAmplification));
        return signals.add(byKind.get(false))
                .chain(() -> lookAgainAfter.signals(byKind.get(false), now))
                .chain(() -> amplifications.add(byKind.get(true)));
    }
}
