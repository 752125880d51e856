package org.upstander.alert.application.directory;

import java.util.Optional;
import org.upstander.alert.domain.EscalationPolicy;

/**
 * Whom policies call at last that name nobody themselves.
 *
 * @param builtIn contact of the configuration
 * @param required whether a policy is refused that has none, neither its own nor the built-in one
 */
public record LastResort(Optional<String> builtIn, boolean required) {

    /** The policy as it is followed. */
    public EscalationPolicy of(EscalationPolicy policy) {
        return policy.orLastResort(builtIn.orElse(null));
    }

    /** The policy of whoever has none. */
    public EscalationPolicy policy() {
        return EscalationPolicy.builtIn(builtIn.orElse(null));
    }
}
