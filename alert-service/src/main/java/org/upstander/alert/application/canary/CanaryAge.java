package org.upstander.alert.application.canary;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.upstander.alert.domain.Canary;

/**
 * What this instance knows of the canary. It goes on growing old here when the database, Kafka or
 * the other instance is away.
 */
@ApplicationScoped
public class CanaryAge {

    private final AtomicReference<Canary> known = new AtomicReference<>();
    private final CanarySettings settings;
    private final Clock clock;

    CanaryAge(CanarySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** As all instances know it. */
    void know(Canary canary) {
        known.updateAndGet(
                before ->
                        before == null || before.backAt() == null
                                ? canary
                                : canary.with(before.backAt()));
    }

    /** Came back to this instance. */
    void cameBack(Instant writtenAt) {
        known.updateAndGet(
                canary ->
                        canary == null ? new Canary(writtenAt, writtenAt) : canary.with(writtenAt));
    }

    /** Whether this instance posts canaries and tells their age. */
    public boolean isWatched() {
        return settings.on();
    }

    /** Empty before the first look at the database. */
    public Optional<Duration> age() {
        return Optional.ofNullable(known.get()).map(canary -> canary.age(clock.instant()));
    }

    /** Whether posts come through. */
    public boolean isYoung() {
        Canary canary = known.get();
        return canary != null && canary.isYoung(clock.instant(), settings.youngWithin());
    }
}
