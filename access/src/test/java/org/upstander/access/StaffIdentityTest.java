package org.upstander.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class StaffIdentityTest {

    @Test
    void anApiTokenIsOfWhomeverItWasMadeForOrOfNobody() {
        assertThat(StaffIdentity.of(apiToken("cm-07"))).hasValue("cm-07");
        assertThat(StaffIdentity.of(apiToken(""))).isEmpty();
    }

    @Test
    void anOidcTokenSaysItByAClaimThatIsOneText() {
        assertThat(StaffIdentity.of(identity(jwt(Map.of("staff_id", "cm-07"))))).hasValue("cm-07");
        assertThat(StaffIdentity.of(identity(jwt(Map.of("staff_id", " "))))).isEmpty();
        assertThat(StaffIdentity.of(identity(jwt(Map.of("staff_id", List.of("cm-07", "cm-08"))))))
                .isEmpty();
        assertThat(StaffIdentity.of(identity(jwt(Map.of())))).isEmpty();
    }

    @Test
    void aCallerOfAnotherKindIsNobody() {
        assertThat(StaffIdentity.of(identity(new QuarkusPrincipal("cm-07")))).isEmpty();
    }

    private static SecurityIdentity apiToken(String staffId) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("token:tk-1"))
                .addAttribute(StaffIdentity.ATTRIBUTE, staffId)
                .build();
    }

    private static SecurityIdentity identity(Principal principal) {
        return QuarkusSecurityIdentity.builder().setPrincipal(principal).build();
    }

    private static JsonWebToken jwt(Map<String, Object> claims) {
        return new JsonWebToken() {
            @Override
            public String getName() {
                return "dana";
            }

            @Override
            public Set<String> getClaimNames() {
                return claims.keySet();
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> T getClaim(String name) {
                return (T) claims.get(name);
            }
        };
    }
}
