package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The calls of contacts' rules that wait for their time. Within the caller's transaction. */
public interface RuleCalls {

    /**
     * The call behind this one is due now, unless it was made already or is made no more.
     *
     * @param failed of a rule
     */
    Uni<Void> bringForward(DeliveryStore.Job failed, Instant now);
}
