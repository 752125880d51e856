package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.upstander.alert.domain.TimelineEntry;

/** The story of incidents, for people. Within the caller's transaction. */
public interface Timeline {

    Uni<Void> add(List<TimelineEntry> entries);
}
