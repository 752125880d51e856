package org.upstander.alert.application.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.EngineSettings;

/** When a notice is sent, taken over and tried again: as deliveries are. */
@ApplicationScoped
public class NoticeTimes {

    private final EngineSettings engine;
    private final Clock clock;

    NoticeTimes(EngineSettings engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** How long an attempt may take before another instance repeats it. */
    public Duration lease() {
        return engine.deliveries().lease();
    }

    /**
     * When to try again; empty where that is over.
     *
     * @param key spreads the pauses
     * @param attempt that ended, from 1
     * @param result of it, or null
     */
    public Optional<Instant> again(String key, int attempt, DeliveryResult result) {
        return result instanceof DeliveryResult.TryAgain failed
                ? engine.deliveries()
                        .backoff()
                        .afterAttempt(key, attempt, failed.after())
                        .map(now()::plus)
                : Optional.empty();
    }
}
