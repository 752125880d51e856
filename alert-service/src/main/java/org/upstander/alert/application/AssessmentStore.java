package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;

/** Keeps every verdict, and the posts of incidents as they were read. */
public interface AssessmentStore {

    /** Those of these ids that were recorded before. */
    Uni<Set<String>> recorded(Collection<String> ids);

    /**
     * Keeps assessments, and what incidents got of them as posts, authors and evidence. The
     * incidents are saved already.
     *
     * @return fails with {@link StoreConflict} when another transaction recorded one of them since
     *     {@link #recorded}
     */
    Uni<Void> add(List<Assessment> fresh, List<Grouping.Change> changes, Instant recordedAt);
}
