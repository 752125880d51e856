package org.upstander.scoring.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.PipelineState;

/** What is so at this moment, as opposed to what happened. */
@Singleton
class StateGauges {

    void register(
            @Observes StartupEvent start,
            MeterRegistry registry,
            LiveRoster roster,
            PipelineState state) {
        Gauge.builder("upstander.scoring.roster.people", roster, r -> r.current().size())
                .description("people on the roster in force")
                .strongReference(true)
                .register(registry);
        Gauge.builder("upstander.scoring.roster.version", roster, r -> r.current().version())
                .description(
                        "grows with each roster that takes effect; begins anew with the process")
                .strongReference(true)
                .register(registry);
        Gauge.builder("upstander.scoring.ready", state, s -> s.isReady() ? 1 : 0)
                .description("1 while posts flow")
                .strongReference(true)
                .register(registry);
    }
}
