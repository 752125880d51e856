package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.upstander.alert.application.directory.Stores.ThresholdStore;
import org.upstander.alert.domain.ThresholdSettings;
import org.upstander.alert.domain.Thresholds;

/** From which probability on something is an attack on somebody, as scoring-service decides it. */
@ApplicationScoped
class Bars {

    /** Scoring-service learns of another bar as late, and each batch would read it anew. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final ThresholdStore thresholds;
    private final Bar shipped;
    private final Clock clock;
    private volatile Known known;

    Bars(ThresholdStore thresholds, PatternBars shipped, Clock clock) {
        this.thresholds = thresholds;
        this.shipped = new Bar(shipped.usual(), shipped.junior());
        this.clock = clock;
    }

    private record Known(Bar bar, Instant until) {}

    /**
     * @param usual for everybody, 0 to 1
     * @param junior for juniors, 0 to 1
     */
    record Bar(double usual, double junior) {

        double of(ProtectedPeople.Profile one) {
            if (one.attackThreshold() != null) {
                return one.attackThreshold();
            }
            return one.junior() ? junior : usual;
        }
    }

    /** Within the caller's transaction. */
    Uni<Bar> current() {
        Instant now = clock.instant();
        Known last = known;
        return last != null && now.isBefore(last.until())
                ? Uni.createFrom().item(last.bar())
                : read().invoke(bar -> known = new Known(bar, now.plus(GOOD_FOR)));
    }

    private Uni<Bar> read() {
        return thresholds
                .find(ThresholdSettings.ID)
                .map(
                        found ->
                                found.map(entry -> entry.value().live())
                                        .map(Bars::bar)
                                        .orElse(shipped));
    }

    private static Bar bar(Thresholds live) {
        return new Bar(live.attack(), live.juniorAttack());
    }
}
