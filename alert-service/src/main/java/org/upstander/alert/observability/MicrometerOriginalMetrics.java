package org.upstander.alert.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.upstander.alert.application.original.OriginalMetrics;

/** Every outcome is there from the start, at zero. */
@Singleton
class MicrometerOriginalMetrics implements OriginalMetrics {

    private final Map<Outcome, Counter> ended = new EnumMap<>(Outcome.class);

    MicrometerOriginalMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            ended.put(
                    outcome,
                    Counter.builder("upstander.alert.originals")
                            .description("originals of posts of incidents that were looked for")
                            .tag(
                                    "outcome",
                                    outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
    }

    @Override
    public void ended(Outcome outcome) {
        ended.get(outcome).increment();
    }
}
