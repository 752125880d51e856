package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.EventMode;

/** Event modes that hold at a time. Within the caller's transaction. */
public interface ActiveEventModes {

    Uni<List<EventMode>> at(Instant now);
}
