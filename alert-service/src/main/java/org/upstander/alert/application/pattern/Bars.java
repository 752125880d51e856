package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.directory.Stores.ThresholdStore;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.ThresholdSettings;
import org.upstander.alert.domain.Thresholds;

/** From which probability on something is an attack on somebody, as scoring-service decides it. */
@ApplicationScoped
class Bars {

    private final ThresholdStore thresholds;
    private final Bar shipped;

    Bars(ThresholdStore thresholds, PatternBars shipped) {
        this.thresholds = thresholds;
        this.shipped = new Bar(shipped.usual(), shipped.junior());
    }

    /**
     * @param usual for everybody, 0 to 1
     * @param junior for juniors, 0 to 1
     */
    record Bar(double usual, double junior) {

        double of(StaffMember member) {
            if (member.attackThreshold() != null) {
                return member.attackThreshold();
            }
            return member.junior() ? junior : usual;
        }
    }

    /** Within the caller's transaction. */
    Uni<Bar> current() {
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
