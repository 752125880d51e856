package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * An unresolved incident in which many attack one person. Whoever is paged for it need not be paged
 * for each single incident beside it.
 *
 * @param incidentId which incident
 * @param staffId who is attacked
 * @param severity 1 to 4
 * @param openedAt when it began
 * @param lastActivityAt when its last post was written
 */
public record PileOn(
        String incidentId, String staffId, int severity, Instant openedAt, Instant lastActivityAt) {

    /** The word among an incident's patterns. */
    public static final String PATTERN = "pile-on";

    /**
     * Whether the page of another incident of the same person is held: it opened while this one
     * lasts, and is no worse.
     *
     * @param single the other incident
     * @param window longest pause within an incident
     */
    public boolean inhibits(Incident single, Duration window) {
        return !incidentId.equals(single.id())
                && staffId.equals(single.staffId())
                && single.severity() <= severity
                && !single.openedAt().isBefore(openedAt)
                && !single.openedAt().isAfter(lastActivityAt.plus(window));
    }
}
