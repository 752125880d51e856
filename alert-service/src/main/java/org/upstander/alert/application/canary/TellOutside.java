package org.upstander.alert.application.canary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.application.canary.Outlets.HeartbeatLine;
import org.upstander.alert.domain.Canary;
import org.upstander.alert.domain.Heartbeat;

/** Tells somebody outside that all is well, or withholds it. */
@ApplicationScoped
class TellOutside {

    private final CanaryStore store;
    private final HeartbeatLine line;
    private final CanarySettings settings;
    private final CanaryMetrics metrics;
    private final Failures failures = new Failures("heartbeat not taken");

    TellOutside(
            CanaryStore store, HeartbeatLine line, CanarySettings settings, CanaryMetrics metrics) {
        this.store = store;
        this.line = line;
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * Takes the turn, within the caller's transaction.
     *
     * @return empty when it is not ours, or nobody is to be told
     */
    Uni<Optional<Heartbeat>> claim(Canary canary, Instant now) {
        if (settings.heartbeat().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return store.claimPing(now, settings.every())
                .chain(
                        ours ->
                                ours
                                        ? decide(canary, now).map(Optional::of)
                                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Heartbeat> decide(Canary canary, Instant now) {
        return store.timersRun(now.minus(settings.youngWithin()))
                .map(run -> Heartbeat.of(canary, run, now, settings.youngWithin()));
    }

    /** After the commit. */
    Uni<Void> tell(Heartbeat heartbeat) {
        if (heartbeat != Heartbeat.BEATS) {
            metrics.withheld(heartbeat);
            return Uni.createFrom().voidItem();
        }
        return line.ping(settings.heartbeat().orElseThrow())
                .invoke(metrics::pinged)
                .invoke(failures::note)
                .replaceWithVoid();
    }
}
