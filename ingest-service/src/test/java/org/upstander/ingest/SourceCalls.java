package org.upstander.ingest;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sources as tests put them, and deliveries as platforms send them. */
final class SourceCalls {

    private SourceCalls() {}

    static Response put(String id, String body) {
        return Http.as(Http.ADMIN).contentType(Http.JSON).body(body).put("/v1/sources/" + id);
    }

    static String discourse(String secret) {
        return """
        {"type":"discourse","displayName":"Main forum","platform":"forum","secrets":["%s"],"expectedRhythm":"PT6H"}"""
                .formatted(secret);
    }

    /** As Discourse signs it. */
    static Response deliver(String sourceId, String secret, String body) {
        return deliver(
                sourceId,
                Map.of(
                        "X-Discourse-Event-Type", "post",
                        "X-Discourse-Event", "post_created",
                        "X-Discourse-Instance", "https://forum.example.org",
                        "X-Discourse-Event-Signature", "sha256=" + hmac(secret, body)),
                body);
    }

    static Response deliver(String sourceId, Map<String, String> headers, String body) {
        return RestAssured.given()
                .headers(headers)
                .contentType(Http.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/webhooks/" + sourceId);
    }

    static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
