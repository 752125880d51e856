package org.upstander.alert.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** An identity server, and the settings by which the service trusts one of its issuers. */
public class IdentityServerResource implements QuarkusTestResourceLifecycleManager {

    static final String ISSUER = "community";

    private static final String CLIENT = "upstander";

    private static MockOAuth2Server server;

    /** A signed access token; a negative life makes an expired one. */
    static String token(String issuer, String subject, Duration life, List<String> roles) {
        return token(issuer, subject, CLIENT, life, roles);
    }

    static String token(
            String issuer, String subject, String audience, Duration life, List<String> roles) {
        return server.issueToken(
                        issuer,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(
                                issuer,
                                subject,
                                "JWT",
                                List.of(audience),
                                Map.of("groups", roles),
                                life.toSeconds()))
                .serialize();
    }

    @Override
    public Map<String, String> start() {
        server = new MockOAuth2Server();
        server.start(InetAddress.getLoopbackAddress(), 0);
        return Map.of(
                "UPSTANDER_OIDC_ENABLED", "true",
                "UPSTANDER_OIDC_URL", server.issuerUrl(ISSUER).toString(),
                "quarkus.http.auth.roles-mapping.moderator", "incidents:read",
                "quarkus.http.auth.roles-mapping.lead", "incidents:read,incidents:write",
                "quarkus.http.auth.roles-mapping.chief", "admin");
    }

    @Override
    public void stop() {
        server.shutdown();
    }
}
