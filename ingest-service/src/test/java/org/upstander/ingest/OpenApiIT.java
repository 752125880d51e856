package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.ingest.application.backfill.Backfills;
import org.upstander.ingest.application.delivery.Formats;
import org.upstander.ingest.application.poll.Pollers;

/** The document is written by hand, so it is held against the service. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class OpenApiIT {

    private static final List<String> HAND_IN = List.of("/v1/posts", "/v1/signals");

    @Inject Formats formats;
    @Inject Pollers pollers;

    @Test
    void everyExampleOfARequestIsAccepted() throws IOException {
        List<String> refused = new ArrayList<>();
        int tried = 0;
        for (String path : HAND_IN) {
            JsonNode content = document().get("paths").get(path).at("/post/requestBody/content");
            for (var type : content.properties()) {
                for (var example : type.getValue().get("examples").properties()) {
                    JsonNode value = example.getValue().get("value");
                    String body = value.isTextual() ? value.asText() : value.toString();
                    Response answer =
                            Http.send(path, type.getKey(), body.getBytes(StandardCharsets.UTF_8));
                    tried++;
                    if (answer.statusCode() != 202 || answer.<Integer>path("rejected") != 0) {
                        refused.add(path + " " + example.getKey());
                    }
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(tried).isEqualTo(10);
    }

    @Test
    void everyExampleOfASourceIsKept() throws IOException {
        JsonNode put = document().get("paths").get("/v1/sources/{id}").get("put");
        JsonNode examples = put.at("/requestBody/content/application~1json/examples");
        assertThat(examples).isNotEmpty();
        for (var example : examples.properties()) {
            SourceCalls.put(
                            "example-" + example.getKey(),
                            example.getValue().get("value").toString())
                    .then()
                    .statusCode(oneOf(200, 201));
        }
    }

    @Test
    void everyOperationTellsOfItsProblems() throws IOException {
        JsonNode document = document();
        assertThat(document.get("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "/v1/posts",
                        "/v1/signals",
                        "/v1/self-report-links",
                        "/v1/self-reports/{link}",
                        "/v1/self-report-addresses",
                        "/v1/self-report-addresses/{staff}",
                        "/v1/webhooks/{id}",
                        "/v1/sources",
                        "/v1/sources/{id}",
                        "/v1/sources/{id}/backfill",
                        "/v1/sources/{id}:backfill",
                        "/v1/sources/{id}:pause",
                        "/v1/sources/{id}:probe",
                        "/v1/sources/{id}:resume");
        for (String path : HAND_IN) {
            assertThat(document.get("paths").get(path).at("/post/responses").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("202", "400", "401", "403", "413", "415", "503");
        }
        for (JsonNode response : document.at("/components/responses")) {
            assertThat(response.at("/content/application~1problem+json/examples")).isNotEmpty();
        }
    }

    @Test
    void theTypesOfSourcesAreThoseThatAreThere() throws IOException {
        List<String> types = new ArrayList<>();
        document()
                .at("/components/schemas/Source/properties/type/enum")
                .forEach(type -> types.add(type.asText()));
        Set<String> there = new TreeSet<>(formats.types());
        there.addAll(pollers.types()); // some are both
        there.add(Backfills.TYPE);
        assertThat(types).containsExactlyElementsOf(there);
    }

    private static JsonNode document() throws IOException {
        String json = RestAssured.given().queryParam("format", "json").get("/q/openapi").asString();
        return new ObjectMapper().readTree(json);
    }
}
