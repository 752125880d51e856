package org.upstander.scoring.application;

import org.upstander.scoring.domain.Thresholds;

/**
 * The thresholds in force, swapped as a whole while posts go on. Readers never wait, and see either
 * the old or the new ones.
 */
public final class LiveThresholds {
    private final Thresholds configured;
    private volatile InForce current;

    /**
     * @param configured what applies until something was put, and what nobody may put: spam's bar
     */
    public LiveThresholds(Thresholds configured) {
        this.configured = configured;
        this.current = new InForce(configured, null);
    }

    /**
     * @param live decide
     * @param shadow are tried beside them and page nobody; null where nothing is on trial
     */
    public record InForce(Thresholds live, Thresholds shadow) {}

    public InForce current() {
        return current;
    }

    /** What the service was started with. */
    public Thresholds configured() {
        return configured;
    }

    /** From now on these apply. */
    public void replace(InForce next) {
        current = next;
    }
}
