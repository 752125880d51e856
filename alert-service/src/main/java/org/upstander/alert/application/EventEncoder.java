package org.upstander.alert.application;

import java.time.Instant;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;

/** Writes incidents as other systems read them. */
public interface EventEncoder {

    /**
     * @param incident after the change
     * @param what happened
     */
    OutgoingEvent incident(Incident incident, TimelineEntry.What what, Instant at, String reason);
}
