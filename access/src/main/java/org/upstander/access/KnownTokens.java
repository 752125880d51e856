package org.upstander.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.upstander.contracts.v1.TokenEntry;

/**
 * The tokens this instance accepts: the admin token of the configuration and whatever the tokens
 * topic holds. Looked up by hash, so no comparison depends on how much of a token is right.
 */
@ApplicationScoped
public class KnownTokens {

    private final Map<String, TokenEntry> byHash = new ConcurrentHashMap<>();
    private final Map<String, String> hashById = new ConcurrentHashMap<>();

    KnownTokens(AccessConfig config) {
        config.adminToken()
                .filter(token -> !token.isBlank())
                .ifPresent(
                        token ->
                                put(
                                        new TokenEntry(
                                                "admin",
                                                "admin token of the configuration",
                                                TokenHash.of(token),
                                                List.of(Scopes.ADMIN),
                                                null,
                                                null)));
    }

    /** Accepts a token from now on. */
    public void put(TokenEntry entry) {
        String previous = hashById.put(entry.tokenId(), entry.hash());
        if (previous != null && !previous.equals(entry.hash())) {
            byHash.remove(previous);
        }
        byHash.put(entry.hash(), entry);
    }

    /** Accepts a token no longer. */
    public void remove(String tokenId) {
        String hash = hashById.remove(tokenId);
        if (hash != null) {
            byHash.remove(hash);
        }
    }

    /**
     * Who presents this token.
     *
     * @param token as presented
     * @param now when
     * @return empty when the token is unknown, revoked or expired
     */
    Optional<Caller> find(String token, Instant now) {
        return Optional.ofNullable(byHash.get(TokenHash.of(token)))
                .filter(entry -> entry.expiresAt() == null || entry.expiresAt().isAfter(now))
                .map(
                        entry ->
                                new Caller(
                                        entry.tokenId(),
                                        Set.copyOf(entry.scopes()),
                                        entry.staffId()));
    }

    /**
     * @param tokenId which token
     * @param scopes what it grants
     * @param staffId the member of staff that its holder is, or null
     */
    record Caller(String tokenId, Set<String> scopes, String staffId) {}
}
