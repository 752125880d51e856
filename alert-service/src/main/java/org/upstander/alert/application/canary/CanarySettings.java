package org.upstander.alert.application.canary;

import java.time.Duration;
import java.util.Optional;

/**
 * How the system watches itself.
 *
 * @param on whether canaries are posted, and their age is told
 * @param every how often
 * @param youngWithin an older one says that posts do not come through
 * @param heartbeat whom to tell that all is well; a credential
 */
public record CanarySettings(
        boolean on, Duration every, Duration youngWithin, Optional<String> heartbeat) {

    /** Shows no address: records are printed by accident. */
    @Override
    public String toString() {
        return "CanarySettings[on=" + on + "]";
    }
}
