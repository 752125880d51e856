package org.upstander.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Gives a caller whose OIDC token amounts to {@code admin} the other scopes too. Quarkus maps roles
 * only after this has looked, so what they are mapped to is looked up here.
 */
@ApplicationScoped
class AdminImpliesAll implements SecurityIdentityAugmentor {

    private final Map<String, List<String>> mappedRoles;

    AdminImpliesAll(VertxHttpConfig http) {
        mappedRoles = http.auth().rolesMapping();
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(
                        () ->
                                identity.getRoles().stream().anyMatch(this::isAdmin)
                                        ? QuarkusSecurityIdentity.builder(identity)
                                                .addRoles(Scopes.ALL)
                                                .build()
                                        : identity);
    }

    private boolean isAdmin(String role) {
        return role.equals(Scopes.ADMIN)
                || mappedRoles.getOrDefault(role, List.of()).contains(Scopes.ADMIN);
    }
}
