package org.upstander.ingest.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.upstander.ingest.application.IngestMetrics;
import org.upstander.ingest.domain.RejectReason;

/** Counters named {@code upstander_ingest_…_total}; every one is there from the start, at zero. */
@Startup
@ApplicationScoped
class MicrometerIngestMetrics implements IngestMetrics {

    private final Map<Kind, Counter> received = new EnumMap<>(Kind.class);
    private final Map<Kind, Counter> accepted = new EnumMap<>(Kind.class);
    private final Map<Kind, Counter> unavailable = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<RejectReason, Counter>> rejected = new EnumMap<>(Kind.class);
    private final Counter truncated;

    MicrometerIngestMetrics(MeterRegistry registry) {
        for (Kind kind : Kind.values()) {
            received.put(kind, counter(registry, "received", "handed in", kind));
            accepted.put(kind, counter(registry, "accepted", "stored in Kafka", kind));
            unavailable.put(
                    kind, counter(registry, "unavailable", "good, but Kafka did not answer", kind));
            rejected.put(kind, rejections(registry, kind));
        }
        truncated =
                Counter.builder("upstander.ingest.truncated")
                        .description("posts accepted with their text cut to the limit")
                        .register(registry);
    }

    @Override
    public void received(Kind kind, int items) {
        received.get(kind).increment(items);
    }

    @Override
    public void accepted(Kind kind, int items) {
        accepted.get(kind).increment(items);
    }

    @Override
    public void rejected(Kind kind, RejectReason reason) {
        rejected.get(kind).get(reason).increment();
    }

    @Override
    public void unavailable(Kind kind, int items) {
        unavailable.get(kind).increment(items);
    }

    @Override
    public void truncated(int items) {
        truncated.increment(items);
    }

    private static Map<RejectReason, Counter> rejections(MeterRegistry registry, Kind kind) {
        Map<RejectReason, Counter> counters = new EnumMap<>(RejectReason.class);
        for (RejectReason reason : RejectReason.values()) {
            counters.put(
                    reason,
                    Counter.builder("upstander.ingest.rejected")
                            .description("items refused, by the first reason found")
                            .tag("kind", tag(kind))
                            .tag("reason", reason.tag())
                            .register(registry));
        }
        return counters;
    }

    private static Counter counter(
            MeterRegistry registry, String name, String description, Kind kind) {
        return Counter.builder("upstander.ingest." + name)
                .description("items " + description)
                .tag("kind", tag(kind))
                .register(registry);
    }

    private static String tag(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
