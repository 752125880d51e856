package org.upstander.alert.domain;

import java.time.Instant;
import java.util.List;

/**
 * A token that services accept; the token itself is known to its holder only.
 *
 * @param id names it
 * @param name what the operator calls it
 * @param hash lower-case hex SHA-256 of the token
 * @param scopes what it grants, at least one
 * @param createdAt when it was made
 * @param expiresAt when it stops working, or null for never
 * @param staffId the member of staff that its holder is, or null
 */
public record ApiToken(
        String id,
        String name,
        String hash,
        List<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        String staffId) {

    public ApiToken {
        scopes = List.copyOf(scopes);
    }
}
