package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Shifts that end at another time than was planned. Within the caller's transaction. */
public interface ShiftChanges {

    /** The schedule changed or is gone: whoever was called in it is looked at again now. */
    Uni<Void> scheduleChanged(String scheduleId, Instant now);
}
