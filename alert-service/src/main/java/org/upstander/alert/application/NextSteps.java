package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Incident;

/** What an incident has still to come. Within the caller's transaction, under its lock. */
public interface NextSteps {

    /** What is waited for. */
    enum What {
        /** A step. */
        STEP,
        /** Everybody was called; the policy begins again. */
        REPEAT,
        /** A message to an address that had enough pages. */
        MESSAGE,
        /** The end of an acknowledgement or a snooze, or a check-in. */
        TIMER
    }

    /**
     * @param what is waited for
     * @param until when
     */
    record Wait(What what, Instant until) {}

    /**
     * Takes the steps that are to come, as if they were due; not what begins the policy again.
     *
     * @param reason why they are due
     */
    Uni<List<PageStore.DuePage>> take(Incident incident, Instant now, String reason);

    /** Soonest first. */
    Uni<List<Wait>> waits(String incidentId);

    /**
     * Makes the last resort due at once behind a page of the last step, also where another round
     * would come first. Once: what fired stays as it is.
     *
     * @param steps how many steps the policy has
     * @return whether it is due now
     */
    Uni<Boolean> lastResortNow(String pageId, int steps, Instant now, String reason);
}
