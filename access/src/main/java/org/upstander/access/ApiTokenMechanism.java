package org.upstander.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Accepts {@code Authorization: Bearer <API token>}. A bearer that is no API token is left to OIDC
 * where that is on, and refused otherwise.
 */
@ApplicationScoped
class ApiTokenMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "bearer ";
    static final String CHALLENGE = "Bearer realm=\"upstander\"";

    private final KnownTokens tokens;
    private final boolean oidc;

    ApiTokenMechanism(
            KnownTokens tokens,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean oidc) {
        this.tokens = tokens;
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identities) {
        String header = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        Optional<KnownTokens.Caller> caller =
                tokens.find(header.substring(BEARER.length()).trim(), Instant.now());
        if (caller.isPresent()) {
            return Uni.createFrom().item(identity(caller.get()));
        }
        return oidc
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().failure(new AuthenticationFailedException("unknown token"));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(
                        new ChallengeData(
                                HttpResponseStatus.UNAUTHORIZED.code(),
                                HttpHeaderNames.WWW_AUTHENTICATE,
                                CHALLENGE));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        context.response()
                .setStatusCode(HttpResponseStatus.UNAUTHORIZED.code())
                .putHeader(HttpHeaderNames.WWW_AUTHENTICATE, CHALLENGE)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .end(Problems.UNAUTHORIZED);
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(
                        new HttpCredentialTransport(
                                HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    @Override
    public int getPriority() {
        // Before OIDC, which would call an identity server for a token that is ours.
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 100;
    }

    private static SecurityIdentity identity(KnownTokens.Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("token:" + caller.tokenId()))
                .addRoles(Scopes.implied(caller.scopes()))
                .addAttribute(
                        StaffIdentity.ATTRIBUTE, Objects.requireNonNullElse(caller.staffId(), ""))
                .build();
    }
}
