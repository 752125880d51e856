package org.upstander.alert.domain.noise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.domain.noise.ControlChart.State;

/**
 * A time in which the share of attacks is above its limits: told once, however often it is looked.
 *
 * @param since when it was found first
 * @param lastOut when it was found last
 */
public record Excursion(Instant since, Instant lastOut) {

    /** What a look found. */
    public sealed interface Step {

        /** It is news: somebody is to be told. */
        record Begins(Excursion excursion) implements Step {}

        /** It is known. */
        record GoesOn(Excursion excursion) implements Step {}

        /** It has been within its limits for long enough: what comes later is news. */
        record Over() implements Step {}

        /** All is as usual, or nobody can say. */
        record Nothing() implements Step {}
    }

    /**
     * @param underWay empty where there is none
     * @param found now
     * @param calmAfter so long within its limits ends it; less may be a pause to breathe
     */
    public static Step next(
            Optional<Excursion> underWay, State found, Instant now, Duration calmAfter) {
        if (found == State.ABOVE) {
            return underWay.<Step>map(one -> new Step.GoesOn(new Excursion(one.since(), now)))
                    .orElseGet(() -> new Step.Begins(new Excursion(now, now)));
        }
        if (underWay.isEmpty()) {
            return new Step.Nothing();
        }
        Excursion known = underWay.get();
        return known.lastOut().plus(calmAfter).isAfter(now)
                ? new Step.GoesOn(known)
                : new Step.Over();
    }
}
