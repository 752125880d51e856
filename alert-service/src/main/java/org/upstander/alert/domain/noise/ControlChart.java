package org.upstander.alert.domain.noise;

import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a share of attacks is out of its usual limits.
 *
 * @param leastBaseline so many mentions make something usual
 * @param leastMentions fewer are not judged: of three mentions one is a third
 * @param leastAttacks fewer are never too many: each of them is an incident anyway
 */
public record ControlChart(long leastBaseline, long leastMentions, long leastAttacks) {

    /** As shipped. */
    public static final ControlChart USUAL = new ControlChart(100, 20, 3);

    public ControlChart {
        if (leastBaseline < 1 || leastMentions < 1 || leastAttacks < 1) {
            throw new IllegalArgumentException("each is at least 1");
        }
    }

    /** What came of it. */
    public enum State {
        /** As usual. */
        WITHIN,
        /** More attacks than usual. */
        ABOVE,
        /** Fewer than usual. */
        BELOW,
        /** Too few to say. */
        TOO_FEW,
        /** There is nothing to compare with yet. */
        NO_BASELINE;

        /** As on the wire: {@code too-few}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param limits of that many mentions; empty where there are none to judge, or nothing to judge
     *     them by
     * @param reason a sentence, with numbers only
     */
    public record Judgement(State state, Optional<ControlLimits> limits, String reason) {}

    /**
     * @param baseline before the observed time, not in it
     * @param observed what is judged
     */
    public Judgement judge(Mentions baseline, Mentions observed) {
        if (baseline.judged() < leastBaseline) {
            return new Judgement(
                    State.NO_BASELINE,
                    Optional.empty(),
                    "%d mentions before it; it takes %d to know what is usual"
                            .formatted(baseline.judged(), leastBaseline));
        }
        if (observed.judged() == 0) {
            return new Judgement(State.TOO_FEW, Optional.empty(), "There were no mentions");
        }
        ControlLimits limits = ControlLimits.of(baseline, observed.judged());
        State state = state(limits, observed);
        return new Judgement(state, Optional.of(limits), reason(state, limits, observed));
    }

    private State state(ControlLimits limits, Mentions observed) {
        double ratio = (double) observed.attack() / observed.judged();
        if (observed.judged() < leastMentions
                || ratio > limits.upper() && observed.attack() < leastAttacks) {
            return State.TOO_FEW;
        }
        if (ratio > limits.upper()) {
            return State.ABOVE;
        }
        return ratio < limits.lower() ? State.BELOW : State.WITHIN;
    }

    private String reason(State state, ControlLimits limits, Mentions observed) {
        String seen =
                "%d of %d mentions are attacks, %s"
                        .formatted(
                                observed.attack(),
                                observed.judged(),
                                percent((double) observed.attack() / observed.judged()));
        if (state == State.TOO_FEW) {
            return seen
                    + "; fewer than %d mentions or %d attacks are not judged"
                            .formatted(leastMentions, leastAttacks);
        }
        return seen
                + "; usual is %s, and up to %s of so many"
                        .formatted(percent(limits.centre()), percent(limits.upper()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
