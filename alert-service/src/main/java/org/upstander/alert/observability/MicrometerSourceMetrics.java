package org.upstander.alert.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.upstander.alert.application.notice.NoticeOutcome;
import org.upstander.alert.application.source.SourceMetrics;

/** Every outcome is there from the start, at zero. */
@Singleton
class MicrometerSourceMetrics implements SourceMetrics {

    private final Map<NoticeOutcome, Counter> notices = new EnumMap<>(NoticeOutcome.class);

    MicrometerSourceMetrics(MeterRegistry registry) {
        for (NoticeOutcome outcome : NoticeOutcome.values()) {
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
    public void notice(NoticeOutcome outcome) {
        notices.get(outcome).increment();
    }
}
