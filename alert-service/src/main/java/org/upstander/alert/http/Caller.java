package org.upstander.alert.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.upstander.access.Scopes;
import org.upstander.access.StaffIdentity;

/** Who calls. */
@RequestScoped
class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The member of staff that the caller is, empty for one who is none. */
    Optional<String> staffId() {
        return StaffIdentity.of(identity);
    }

    /** Whether the caller may do everything. */
    boolean isAdmin() {
        return identity.hasRole(Scopes.ADMIN);
    }

    /** {@code token:tk-…} or the subject of an OIDC token. */
    String name() {
        return identity.getPrincipal().getName();
    }

    /**
     * Says who called, too, where that one speaks for somebody: {@code Lea (token:tk-…)}.
     *
     * @param by whom the caller speaks for, or null
     */
    String speakingFor(String by) {
        return by == null ? name() : "%s (%s)".formatted(by, name());
    }
}
