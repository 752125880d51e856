package org.upstander.ingest;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Calls as tests make them. */
final class Http {

    static final String ADMIN = "demo-admin-token";
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String PROBLEM = "application/problem+json";

    private Http() {}

    static Response posts(String json) {
        return send("/v1/posts", JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    static Response lines(String lines) {
        return send("/v1/posts", NDJSON, lines.getBytes(StandardCharsets.UTF_8));
    }

    static Response signals(String json) {
        return send("/v1/signals", JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    static Response send(String path, String contentType, byte[] body) {
        return as(ADMIN).contentType(contentType).body(body).post(path);
    }

    static RequestSpecification as(String token) {
        return RestAssured.given()
                .config(
                        RestAssured.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .encodeContentTypeAs(
                                                        NDJSON,
                                                        io.restassured.http.ContentType.BINARY)
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .header("Authorization", "Bearer " + token);
    }

    /** A post with an id of its own. */
    static String post(String externalId, String text) {
        return """
        {"source":"forum","externalId":"%s","author":{"id":"8","handle":"heath"},"text":"%s"}"""
                .formatted(externalId, text);
    }
}
