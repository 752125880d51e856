package org.upstander.alert.domain.noise;

/**
 * Limits of a p-chart (Montgomery, Introduction to Statistical Quality Control, chapter 7: control
 * charts for fraction nonconforming): {@code p ± 3 · sqrt(p · (1 − p) / n)}, cut off at 0 and 1,
 * where {@code p} is the usual share of attacks and {@code n} how many mentions are judged by it.
 * Where nothing else changed, a share leaves them about three times in a thousand.
 *
 * @param centre usual share of attacks, 0 to 1
 * @param lower 0 to centre
 * @param upper centre to 1
 */
public record ControlLimits(double centre, double lower, double upper) {

    private static final double SIGMAS = 3;

    /**
     * @param baseline what is usual
     * @param size how many mentions are judged, at least one
     */
    public static ControlLimits of(Mentions baseline, long size) {
        double centre = usual(baseline);
        double margin = SIGMAS * Math.sqrt(centre * (1 - centre) / size);
        return new ControlLimits(
                centre, Math.max(0, centre - margin), Math.min(1, centre + margin));
    }

    /**
     * Share of attacks with half an attack added to those that were and half to those that were
     * not: {@code (attack + 1/2) / (n + 1)}, by Jeffreys' prior. Who was never attacked would have
     * limits of 0 otherwise.
     */
    static double usual(Mentions baseline) {
        return (baseline.attack() + 0.5) / (baseline.judged() + 1.0);
    }
}
