package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Signal;

/** Keeps signals for the patterns over time. */
public interface SignalStore {

    Uni<Void> add(List<Signal> signals);

    /**
     * Forgets who became a member before then.
     *
     * @return how many joins
     */
    Uni<Integer> forgetJoins(Instant before);
}
