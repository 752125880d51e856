package org.upstander.alert.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.upstander.alert.application.noise.NoiseMetrics;
import org.upstander.alert.application.notice.NoticeOutcome;

/** Every outcome is there from the start, at zero. */
@Singleton
class MicrometerNoiseMetrics implements NoiseMetrics {

    private final Counter excursions;
    private final Map<NoticeOutcome, Counter> notices = new EnumMap<>(NoticeOutcome.class);

    MicrometerNoiseMetrics(MeterRegistry registry) {
        excursions =
                Counter.builder("upstander.alert.noise.excursions")
                        .description("times in which attacks on somebody were above their limits")
                        .register(registry);
        for (NoticeOutcome outcome : NoticeOutcome.values()) {
            notices.put(
                    outcome,
                    Counter.builder("upstander.alert.noise.notices")
                            .description("contacts told that somebody is attacked more than usual")
                            .tag(
                                    "outcome",
                                    outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
    }

    @Override
    public void excursion() {
        excursions.increment();
    }

    @Override
    public void notice(NoticeOutcome outcome) {
        notices.get(outcome).increment();
    }
}
