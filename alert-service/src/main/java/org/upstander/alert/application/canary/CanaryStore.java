package org.upstander.alert.application.canary;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import org.upstander.alert.domain.Canary;

/** The one row of the canary, for all instances. Within the caller's transaction. */
public interface CanaryStore {

    /** What is known; begins at the first call. */
    Uni<Canary> read(Instant now);

    /** Takes the turn to post, if it is time and no other instance was first. */
    Uni<Boolean> claimPost(Instant now, Duration every);

    /** Takes the turn to tell outside, if it is time and no other instance was first. */
    Uni<Boolean> claimPing(Instant now, Duration every);

    /** One came back that was written then; an older one than known changes nothing. */
    Uni<Void> cameBack(Instant writtenAt);

    /** Whether no page and no timer of an incident has been due since {@code late}. */
    Uni<Boolean> timersRun(Instant late);
}
