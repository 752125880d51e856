package org.upstander.alert.application.noise;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.upstander.alert.domain.noise.RollUp;

/** Counts of mentions, by hour and day. */
@FunctionalInterface
public interface MentionStore {

    /**
     * Adds to what is counted. Within the caller's transaction; the rows stay locked until its end.
     */
    Uni<Void> add(Collection<RollUp> rollUps);
}
