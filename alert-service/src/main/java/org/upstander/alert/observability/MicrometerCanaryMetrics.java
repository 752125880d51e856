package org.upstander.alert.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.canary.CanaryAge;
import org.upstander.alert.application.canary.CanaryMetrics;
import org.upstander.alert.domain.Heartbeat;

/** The gauge is there only where canaries are: no number means that nobody watches. */
@Singleton
class MicrometerCanaryMetrics implements CanaryMetrics {

    private static final String AGE = "upstander.alert.canary.age";
    private static final double MILLIS = 1000.0;

    private enum Outcome {
        DELIVERED,
        TRY_AGAIN,
        REFUSED
    }

    private final Map<Outcome, Counter> posted = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Counter> pinged = new EnumMap<>(Outcome.class);
    private final Map<Heartbeat, Counter> withheld = new EnumMap<>(Heartbeat.class);
    private final Counter back;
    private final Counter forged;

    MicrometerCanaryMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            posted.put(
                    outcome,
                    counter("canary.posts", "canaries for ingest-service", "outcome", outcome)
                            .register(registry));
            pinged.put(
                    outcome,
                    counter("heartbeat.pings", "heartbeats for outside", "outcome", outcome)
                            .register(registry));
        }
        for (Heartbeat reason : Heartbeat.values()) {
            if (reason != Heartbeat.BEATS) {
                withheld.put(
                        reason,
                        counter("heartbeat.withheld", "heartbeats not sent", "reason", reason)
                                .register(registry));
            }
        }
        back =
                Counter.builder("upstander.alert.canary.back")
                        .description("canaries that came back")
                        .register(registry);
        forged =
                Counter.builder("upstander.alert.canary.forged")
                        .description("assessments that only looked like a canary's")
                        .register(registry);
    }

    void onStart(@Observes StartupEvent start, MeterRegistry registry, CanaryAge age) {
        if (age.isWatched()) {
            Gauge.builder(AGE, age, MicrometerCanaryMetrics::seconds)
                    .description("since the youngest canary was written that came back")
                    .baseUnit("seconds")
                    .strongReference(true)
                    .register(registry);
        }
    }

    /** The registry outlives a service that is started anew in the same process. */
    void onStop(@Observes ShutdownEvent stop, MeterRegistry registry) {
        registry.find(AGE).meters().forEach(registry::remove);
    }

    private static double seconds(CanaryAge age) {
        return age.age().map(Duration::toMillis).map(now -> now / MILLIS).orElse(Double.NaN);
    }

    @Override
    public void posted(DeliveryResult result) {
        posted.get(outcome(result)).increment();
    }

    @Override
    public void cameBack(int canaries) {
        back.increment(canaries);
    }

    @Override
    public void forged(int assessments) {
        forged.increment(assessments);
    }

    @Override
    public void pinged(DeliveryResult result) {
        pinged.get(outcome(result)).increment();
    }

    @Override
    public void withheld(Heartbeat reason) {
        withheld.get(reason).increment();
    }

    private static Outcome outcome(DeliveryResult result) {
        if (result instanceof DeliveryResult.Delivered) {
            return Outcome.DELIVERED;
        }
        return result instanceof DeliveryResult.TryAgain ? Outcome.TRY_AGAIN : Outcome.REFUSED;
    }

    private static Counter.Builder counter(
            String name, String description, String tag, Enum<?> word) {
        return Counter.builder("upstander.alert." + name)
                .description(description)
                .tag(tag, word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
