package org.upstander.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.v1.TokenEntry;

class KnownTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final KnownTokens tokens = new KnownTokens(config(Optional.of("an-admin-token")));

    @Test
    void theConfiguredAdminTokenIsKnown() {
        assertThat(tokens.find("an-admin-token", NOON))
                .hasValueSatisfying(
                        caller -> assertThat(caller.scopes()).containsExactly(Scopes.ADMIN));
    }

    @Test
    void aBlankAdminTokenLetsNobodyIn() {
        assertThat(new KnownTokens(config(Optional.of(" "))).find(" ", NOON)).isEmpty();
        assertThat(new KnownTokens(config(Optional.empty())).find("", NOON)).isEmpty();
    }

    @Test
    void aTokenWorksUntilItExpires() {
        // Given
        tokens.put(entry("t1", "secret", NOON.plusSeconds(60)));

        // Then
        assertThat(tokens.find("secret", NOON)).isPresent();
        assertThat(tokens.find("secret", NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void aRevokedTokenIsUnknown() {
        // Given
        tokens.put(entry("t1", "secret", null));

        // When
        tokens.remove("t1");

        // Then
        assertThat(tokens.find("secret", NOON)).isEmpty();
    }

    @Test
    void aRenewedTokenReplacesItsPredecessor() {
        // Given
        tokens.put(entry("t1", "old", null));

        // When
        tokens.put(entry("t1", "new", null));

        // Then
        assertThat(tokens.find("old", NOON)).isEmpty();
        assertThat(tokens.find("new", NOON)).isPresent();
    }

    @Test
    void adminImpliesEveryScopeAndOthersOnlyThemselves() {
        assertThat(Scopes.implied(Set.of(Scopes.ADMIN))).isEqualTo(Scopes.ALL);
        assertThat(Scopes.implied(Set.of(Scopes.SCORE))).containsExactly(Scopes.SCORE);
    }

    @Test
    void aTokenSaysWhichMemberOfStaffItsHolderIs() {
        // Given
        tokens.put(
                new TokenEntry(
                        "t1",
                        "hers",
                        TokenHash.of("secret"),
                        List.of(Scopes.ME_READ),
                        null,
                        "cm-07"));

        // Then
        assertThat(tokens.find("secret", NOON))
                .hasValueSatisfying(caller -> assertThat(caller.staffId()).isEqualTo("cm-07"));
        assertThat(tokens.find("an-admin-token", NOON))
                .hasValueSatisfying(caller -> assertThat(caller.staffId()).isNull());
    }

    private static TokenEntry entry(String id, String token, Instant expiresAt) {
        return new TokenEntry(
                id, "test", TokenHash.of(token), List.of(Scopes.SCORE), expiresAt, null);
    }

    private static AccessConfig config(Optional<String> adminToken) {
        return new AccessConfig() {
            @Override
            public Optional<String> adminToken() {
                return adminToken;
            }

            @Override
            public Map<String, Optional<String>> optionalSecrets() {
                return Map.of();
            }

            @Override
            public Map<String, String> secrets() {
                return Map.of();
            }
        };
    }
}
