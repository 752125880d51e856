package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.upstander.alert.domain.Incident;

/** Tells the systems that an incident triggered what became of it. In the caller's transaction. */
public interface StateDeliveries {

    /**
     * Adds a delivery for each address that keeps an alert of its own about the incident, once. Of
     * an open incident nothing is told.
     *
     * <p>Where an attempt to trigger is still under way, the delivery waits until that one has said
     * what became of it, or its lease is over: told too early, the other side would open what
     * nobody closes. Call it again when the attempt has ended.
     *
     * @param incident locked, in its new state
     */
    Uni<Void> tell(Incident incident, Instant now);
}
