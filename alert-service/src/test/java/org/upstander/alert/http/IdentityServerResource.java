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

    /** Of a member of staff, who may see her own page. */
    static String ofStaff(String subject, String staffId) {
        return issue(
                ISSUER,
                subject,
                CLIENT,
                Duration.ofHours(1),
                Map.of("groups", List.of("me:read"), "staff_id", staffId));
    }

    static String token(
            String issuer, String subject, String audience, Duration life, List<String> roles) {
        return issue(issuer, subject, audience, life, Map.of("groups", roles));
    }

    private static String issue(
            String issuer,
            String subject,
            String audience,
            Duration life,
            Map<String, Object> claims) {
        return server.issueToken(
                        issuer,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(
                                issuer,
                                subject,
                                "JWT",
                                List.of(audience),
                                claims,
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
