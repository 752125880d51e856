package org.upstander.alert.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.upstander.alert.application.source.SourceMetrics;

/** Every outcome is there from the start, at zero. */
@Singleton
class MicrometerSourceMetrics implements SourceMetrics {

    private final Map<Outcome, Counter> notices = new EnumMap<>(Outcome.class);

    MicrometerSourceMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            notices.put(
                    outcome,
                    Counter.builder("upstander.alert.source.notices")
                            .description("contacts told that a source is blind or sees again")
                            .tag(
                                    "outcome",
                                    outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
    }

    @Override
    public void notice(Outcome outcome) {
        notices.get(outcome).increment();
    }
}
