package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Silence;

/** Silences that hold at a time. Within the caller's transaction. */
public interface ActiveSilences {

    Uni<List<Silence>> at(Instant now);
}
