package org.upstander.alert.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who calls. */
@RequestScoped
class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** {@code token:tk-…} or the subject of an OIDC token. */
    String name() {
        return identity.getPrincipal().getName();
    }
}
