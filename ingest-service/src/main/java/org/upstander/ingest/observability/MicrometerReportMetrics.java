package org.upstander.ingest.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.upstander.ingest.application.report.ReportMetrics;

/** Counters named {@code upstander_ingest_mailed_reports_total}; there from the start, at zero. */
@Startup
@ApplicationScoped
class MicrometerReportMetrics implements ReportMetrics {

    private final Map<Mailed, Counter> mailed = new EnumMap<>(Mailed.class);

    MicrometerReportMetrics(MeterRegistry registry) {
        for (Mailed outcome : Mailed.values()) {
            mailed.put(
                    outcome,
                    Counter.builder("upstander.ingest.mailed.reports")
                            .description(
                                    "mail to personal addresses of staff, by what became of it")
                            .tag(
                                    "outcome",
                                    outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
    }

    @Override
    public void mailed(Mailed outcome) {
        mailed.get(outcome).increment();
    }
}
