package org.upstander.ingest.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.upstander.ingest.application.health.Sight;
import org.upstander.ingest.application.health.SourceSights;

/**
 * Gauges named {@code upstander_ingest_sources}, how many sources are in each state. Alert when
 * {@code state="blind"} is above zero: somebody believes to be watched over, and is not.
 */
@Startup
@ApplicationScoped
class BlindSources {

    BlindSources(MeterRegistry registry, SourceSights sights) {
        for (Sight.State state : Sight.State.values()) {
            Gauge.builder("upstander.ingest.sources", () -> count(sights, state))
                    .description("sources that are seen, blind, or paused on purpose")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private static long count(SourceSights sights, Sight.State state) {
        return sights.all().values().stream().filter(sight -> sight.state() == state).count();
    }
}
