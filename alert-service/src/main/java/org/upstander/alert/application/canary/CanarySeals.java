package org.upstander.alert.application.canary;

import java.time.Instant;
import java.util.Optional;

/** What only we can write, and recognise. */
public interface CanarySeals {

    /** The external id of a canary that is written then. */
    String seal(Instant writtenAt);

    /** When a canary was written; empty where the id is none of ours. */
    Optional<Instant> open(String externalId);

    /**
     * The account that canaries name. Nobody else knows it, so no post of a community means it by
     * chance or on purpose.
     */
    String handle();
}
