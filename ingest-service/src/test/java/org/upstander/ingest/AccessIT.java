package org.upstander.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.access.TokenHash;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class AccessIT {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/posts", "/v1/signals"})
    void withoutATokenNothingIsTaken(String path) {
        RestAssured.given()
                .contentType(Http.JSON)
                .body("{}")
                .post(path)
                .then()
                .statusCode(401)
                .contentType(Http.PROBLEM);
        Http.as("no-such-token")
                .contentType(Http.JSON)
                .body("{}")
                .post(path)
                .then()
                .statusCode(401)
                .contentType(Http.PROBLEM);
    }

    @Test
    void whatIsNoEndpointIsNotShownEither() {
        RestAssured.get("/q/metrics").then().statusCode(401);
        RestAssured.get("/v1/anything").then().statusCode(401);
        RestAssured.get("/q/health/live").then().statusCode(200);
        RestAssured.get("/q/openapi").then().statusCode(200);
    }

    @Test
    void aTokenOfTheTopicWorksUntilItIsRevoked() throws JsonProcessingException {
        // Given
        String token = "a-token-of-32-random-bytes-for-posts";
        publish("t-posts", token, List.of("posts:write"));

        // When, Then
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(status(token)).isEqualTo(202));
        publish("t-posts", null, null);
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(status(token)).isEqualTo(401));
    }

    @Test
    void aTokenOfAnotherScopeIsTurnedAway() throws JsonProcessingException {
        // Given
        String token = "a-token-of-32-random-bytes-for-score";
        publish("t-score", token, List.of("score", "incidents:read", "incidents:write"));

        // When, Then
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(status(token)).isEqualTo(403));
        Http.as(token)
                .contentType(Http.JSON)
                .body("{}")
                .post("/v1/signals")
                .then()
                .statusCode(403)
                .contentType(Http.PROBLEM)
                .body("status", equalTo(403));
    }

    private static int status(String token) {
        return Http.as(token)
                .contentType(Http.JSON)
                .body(Http.post("access", "a"))
                .post("/v1/posts")
                .statusCode();
    }

    private static void publish(String tokenId, String token, List<String> scopes)
            throws JsonProcessingException {
        byte[] entry =
                token == null
                        ? null
                        : new ObjectMapper()
                                .writeValueAsBytes(
                                        Map.of(
                                                "tokenId",
                                                tokenId,
                                                "name",
                                                "test",
                                                "hash",
                                                TokenHash.of(token),
                                                "scopes",
                                                scopes));
        String bootstrap = InfrastructureResource.shared().kafka().bootstrapServers();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(Topics.TOKENS, tokenId, entry));
        }
    }
}
