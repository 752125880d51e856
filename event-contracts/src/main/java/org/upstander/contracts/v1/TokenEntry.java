package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * An API token that services accept. The token itself is shown once, when it is made, and kept
 * nowhere.
 *
 * @param tokenId names it on {@code /v1/tokens}
 * @param name what the operator calls it
 * @param hash lower-case hex SHA-256 of the token (32 random bytes, so no salt is needed)
 * @param scopes from {@code posts:write, score, incidents:read, incidents:write, me:read, admin}
 * @param expiresAt when it stops working, or null for never
 * @param staffId the member of staff that its holder is, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenEntry(
        String tokenId,
        String name,
        String hash,
        List<String> scopes,
        Instant expiresAt,
        String staffId) {}
