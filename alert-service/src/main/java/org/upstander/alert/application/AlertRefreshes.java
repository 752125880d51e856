package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;

/**
 * Keeps alerts alive that end by themselves elsewhere ({@link
 * org.upstander.alert.domain.Channel#endsAlone}). In the caller's transaction.
 */
public interface AlertRefreshes {

    /**
     * Plans that the latest alert of each such address is sent again, once, as long as the incident
     * is not resolved. Call it again when that has ended, however it ended.
     *
     * @param incidentIds locked
     */
    Uni<Void> plan(Collection<String> incidentIds, Instant now);
}
