package org.upstander.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Which member of staff a caller is: what the API token was made for, or the claim {@code staff_id}
 * of an OIDC token. Nothing that the call itself holds can change it.
 */
public final class StaffIdentity {

    /** Of an OIDC token: one text, the id of a member of staff. */
    public static final String CLAIM = "staff_id";

    static final String ATTRIBUTE = "upstander.staff-id";

    private StaffIdentity() {}

    /** The id of the member of staff, empty for a caller who is none. */
    public static Optional<String> of(SecurityIdentity identity) {
        Object known = identity.getAttribute(ATTRIBUTE);
        if (known == null && identity.getPrincipal() instanceof JsonWebToken token) {
            known = token.getClaim(CLAIM);
        }
        return known instanceof String id && !id.isBlank() ? Optional.of(id) : Optional.empty();
    }
}
