package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.upstander.alert.domain.ThresholdSettings;
import org.upstander.alert.domain.Thresholds;

/** What thresholds must look like to be kept: as scoring-service takes them. */
@ApplicationScoped
class ThresholdRules {

    private static final double LEAST = 0.01;
    private static final double GREATEST = 0.99;

    /**
     * @return the settings, or empty where something is wrong
     */
    Optional<ThresholdSettings> check(ThresholdsDraft draft, Checks checks) {
        check("", draft.live(), checks);
        if (draft.shadow() != null) {
            check("/shadow", draft.shadow(), checks);
        }
        return checks.fine()
                ? Optional.of(
                        new ThresholdSettings(
                                thresholds(draft.live()),
                                draft.shadow() == null ? null : thresholds(draft.shadow()),
                                draft.updatedBy()))
                : Optional.empty();
    }

    private static void check(String at, ThresholdsDraft.Values given, Checks checks) {
        checks.probability(at + "/attack", given.attack(), LEAST, GREATEST);
        checks.probability(at + "/juniorAttack", given.juniorAttack(), LEAST, GREATEST);
        checks.probability(at + "/category", given.category(), LEAST, GREATEST);
        checks.probability(at + "/severity/two", given.two(), LEAST, GREATEST);
        checks.probability(at + "/severity/three", given.three(), LEAST, GREATEST);
        checks.probability(at + "/severity/four", given.four(), LEAST, GREATEST);
        if (given.attack() != null
                && given.juniorAttack() != null
                && given.juniorAttack() > given.attack()) {
            checks.add(
                    at + "/juniorAttack",
                    "is there to help early: must be at most attack, %s".formatted(given.attack()));
        }
    }

    private static Thresholds thresholds(ThresholdsDraft.Values checked) {
        return new Thresholds(
                checked.attack(),
                checked.juniorAttack(),
                checked.category(),
                new Thresholds.Severity(checked.two(), checked.three(), checked.four()));
    }
}
