package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.upstander.alert.domain.ThresholdSettings;

/** Tells scoring-service which thresholds apply. */
public interface ThresholdEvents {

    /** Within the transaction that changed them. */
    Uni<Void> changed(ThresholdSettings settings, Instant at);

    /** Within the transaction that removed them: what scoring-service was started with applies. */
    Uni<Void> removed();
}
