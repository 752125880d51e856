package org.upstander.scoring.domain;

import java.util.Optional;

/** That the thresholds in force and those on trial differ about whether somebody is attacked. */
public enum Disagreement {
    /** Somebody is paged who would not be by the thresholds on trial. */
    ONLY_LIVE("only_live"),
    /** Nobody is paged, and somebody would be by the thresholds on trial. */
    ONLY_SHADOW("only_shadow");

    private final String wire;

    Disagreement(String wire) {
        this.wire = wire;
    }

    /** The name in metrics. */
    public String wire() {
        return wire;
    }

    /**
     * @param shadow null while nothing is on trial
     */
    public static Optional<Disagreement> between(Verdict live, Verdict shadow) {
        boolean attack = live == Verdict.ATTACK;
        if (shadow == null || attack == (shadow == Verdict.ATTACK)) {
            return Optional.empty();
        }
        return Optional.of(attack ? ONLY_LIVE : ONLY_SHADOW);
    }
}
