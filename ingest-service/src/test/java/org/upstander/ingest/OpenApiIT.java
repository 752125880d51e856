package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** The document is written by hand, so it is held against the service. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class OpenApiIT {

    @Test
    void everyExampleOfARequestIsAccepted() throws IOException {
        List<String> refused = new ArrayList<>();
        int tried = 0;
        for (var path : document().get("paths").properties()) {
            JsonNode content = path.getValue().at("/post/requestBody/content");
            for (var type : content.properties()) {
                for (var example : type.getValue().get("examples").properties()) {
                    JsonNode value = example.getValue().get("value");
                    String body = value.isTextual() ? value.asText() : value.toString();
                    Response answer =
                            Http.send(
                                    path.getKey(),
                                    type.getKey(),
                                    body.getBytes(StandardCharsets.UTF_8));
                    tried++;
                    if (answer.statusCode() != 202 || answer.<Integer>path("rejected") != 0) {
                        refused.add(path.getKey() + " " + example.getKey());
                    }
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(tried).isEqualTo(8);
    }

    @Test
    void everyOperationTellsOfItsProblems() throws IOException {
        JsonNode document = document();
        assertThat(document.get("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("/v1/posts", "/v1/signals");
        for (JsonNode path : document.get("paths")) {
            assertThat(path.at("/post/responses").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("202", "400", "401", "403", "413", "415", "503");
        }
        for (JsonNode response : document.at("/components/responses")) {
            assertThat(response.at("/content/application~1problem+json/examples")).isNotEmpty();
        }
    }

    private static JsonNode document() throws IOException {
        String json = RestAssured.given().queryParam("format", "json").get("/q/openapi").asString();
        return new ObjectMapper().readTree(json);
    }
}
