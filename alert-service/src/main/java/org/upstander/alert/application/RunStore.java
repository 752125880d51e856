package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.domain.EscalationPolicy;

/**
 * Ways through the policy of an incident, of which a later one pages again. Within the caller's
 * transaction, under the incident's lock.
 */
public interface RunStore {

    /**
     * @param lastPagedAt when a page fired last; empty when none did
     * @param digests how many digests fired
     * @param policy that is pinned to the incident
     */
    record SoFar(Optional<Instant> lastPagedAt, int digests, Optional<EscalationPolicy> policy) {}

    /** Why a run begins. */
    enum Cause {
        /** It got worse, came back, or something ran out. */
        AGAIN,
        /** Only this one step is called, and once until it fired. */
        DIGEST,
        /** Nobody heard from the attacked: no silence holds what belongs to it. */
        CHECK_IN
    }

    /**
     * @param incidentId of which incident
     * @param from step to begin with, from 0
     * @param dueAt when
     * @param reason why, one sentence
     * @param cause what began it
     */
    record Run(String incidentId, int from, Instant dueAt, String reason, Cause cause) {

        boolean digest() {
            return cause == Cause.DIGEST;
        }
    }

    /** How far incidents have come, by incident id. */
    Uni<Map<String, SoFar>> soFar(Collection<String> incidentIds);

    /**
     * Begins runs. While an earlier one still has a step to come, that one goes on and only the
     * first step of the new one is called. The engine is woken after the commit.
     */
    Uni<Void> begin(List<Run> runs);
}
