package org.upstander.scoring.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** The description says of every operation what comes back, when it goes wrong too. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class OpenApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyOperationIsDescribed() throws Exception {
        // When
        Map<String, JsonNode> operations = operations();
        // Then
        assertThat(operations).containsOnlyKeys("post /v1/score", "get /v1/model");
        operations.forEach(
                (name, operation) -> {
                    assertThat(operation.path("summary").asText()).as(name).isNotEmpty();
                    assertThat(operation.path("description").asText()).as(name).contains("scope");
                    assertThat(operation.path("tags")).as(name).isNotEmpty();
                });
        assertThat(codes(operations.get("post /v1/score")))
                .containsExactlyInAnyOrder("200", "400", "401", "403", "413", "415", "500", "503");
        assertThat(codes(operations.get("get /v1/model")))
                .containsExactlyInAnyOrder("200", "401", "403");
    }

    @Test
    void everyAnswerHasAnExample() throws Exception {
        operations()
                .forEach(
                        (name, operation) ->
                                operation
                                        .path("responses")
                                        .fields()
                                        .forEachRemaining(r -> hasExample(name, r)));
        JsonNode body = operations().get("post /v1/score").path("requestBody").path("content");
        assertThat(example(body.path("application/json")).path("posts")).isNotEmpty();
    }

    private static void hasExample(String name, Map.Entry<String, JsonNode> response) {
        String what = name + " " + response.getKey();
        boolean good = response.getKey().startsWith("2");
        String type = good ? "application/json" : "application/problem+json";
        JsonNode content = response.getValue().path("content");
        assertThat(content.fieldNames()).as(what).toIterable().containsExactly(type);
        JsonNode example = example(content.path(type));
        assertThat(example.isObject()).as(what).isTrue();
        assertThat(response.getValue().path("description").asText()).as(what).isNotEmpty();
        if (good) {
            assertThat(content.path(type).path("schema").isMissingNode()).as(what).isFalse();
        } else {
            assertThat(example.path("status").asText()).as(what).isEqualTo(response.getKey());
            assertThat(example.path("title").asText()).as(what).isNotEmpty();
            assertThat(example.path("detail").asText()).as(what).isNotEmpty();
        }
    }

    /** The first example, whether the description holds it as a value or as text. */
    private static JsonNode example(JsonNode content) {
        JsonNode first =
                StreamSupport.stream(content.path("examples").spliterator(), false)
                        .findFirst()
                        .orElseThrow()
                        .path("value");
        try {
            return first.isTextual() ? JSON.readTree(first.asText()) : first;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("An example is no JSON", e);
        }
    }

    private static List<String> codes(JsonNode operation) {
        List<String> codes = new ArrayList<>();
        operation.path("responses").fieldNames().forEachRemaining(codes::add);
        return codes;
    }

    private static Map<String, JsonNode> operations() throws Exception {
        JsonNode api =
                JSON.readTree(
                        given().accept(ContentType.JSON)
                                .get("/q/openapi")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString());
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        api.path("paths")
                .fields()
                .forEachRemaining(
                        path ->
                                path.getValue()
                                        .fields()
                                        .forEachRemaining(
                                                method ->
                                                        operations.put(
                                                                method.getKey()
                                                                        + " "
                                                                        + path.getKey(),
                                                                method.getValue())));
        return operations;
    }
}
