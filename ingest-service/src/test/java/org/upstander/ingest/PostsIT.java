package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Headers;
import org.upstander.infrastructure.InfrastructureResource;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PostsIT extends PostsBase {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aPostBecomesACloudEventKeyedByItsThread() throws IOException {
        // Given
        String json =
                """
                {"source":"forum","externalId":"%s","author":{"id":8,"handle":"@heath"},
                 "thread":{"id":"4946","title":"Judging round 2"},
                 "replyTo":{"externalId":"25860","author":{"handle":"dana_cm"},"text":"All judged."},
                 "text":"Well judged 漢 😀","createdAt":"2026-11-23T13:00:00+01:00","likes":7}"""
                        .formatted(id);

        // When
        Response answer =
                Http.as(Http.ADMIN)
                        .header("traceparent", TRACE)
                        .contentType(Http.JSON)
                        .body(json)
                        .post("/v1/posts");

        // Then
        answer.then()
                .statusCode(202)
                .body("results[0].externalId", equalTo(id))
                .body("results[0].status", equalTo("accepted"))
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(0));
        ConsumerRecord<String, byte[]> event = topic.atLeast(1).get(0);
        String postId = answer.path("results[0].postId");
        String revision = answer.path("results[0].revision");
        assertThat(event.key()).isEqualTo("forum/4946");
        assertThat(TopicTail.header(event, Headers.ID)).isEqualTo(postId + "-" + revision);
        assertThat(TopicTail.header(event, Headers.TYPE)).isEqualTo("org.upstander.post.v1");
        assertThat(TopicTail.header(event, Headers.SOURCE)).isEqualTo("/upstander/ingest-service");
        assertThat(TopicTail.header(event, Headers.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(TopicTail.header(event, Headers.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(TopicTail.header(event, Headers.TRACE_PARENT)).isEqualTo(TRACE);
        assertThat(Instant.parse(TopicTail.header(event, Headers.TIME)))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        JsonNode value = new ObjectMapper().readTree(event.value());
        assertThat(value.get("postId").asText()).isEqualTo(postId);
        assertThat(value.get("text").asText()).isEqualTo("Well judged 漢 😀");
        assertThat(value.at("/author/id").asText()).isEqualTo("8");
        assertThat(value.at("/author/handle").asText()).isEqualTo("heath");
        assertThat(value.at("/replyTo/author/handle").asText()).isEqualTo("dana_cm");
        assertThat(value.at("/replyTo/text").asText()).isEqualTo("All judged.");
        assertThat(value.get("createdAt").asText()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(value.get("visibility").asText()).isEqualTo("public");
        assertThat(value.has("likes")).isFalse();
    }

    @Test
    void theSameAgainIsTheSameAnEditIsARevisionADeletionIsKept() {
        // When
        Response first = Http.posts(Http.post(id, "as it was"));
        Response again = Http.posts(Http.post(id, "as it was"));
        Response edited = Http.posts(Http.post(id, "as it is now"));
        Response deleted =
                Http.posts("{\"source\":\"forum\",\"externalId\":\"" + id + "\",\"deleted\":true}");

        // Then
        List<Response> all = List.of(first, again, edited, deleted);
        assertThat(all).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
        assertThat(all.stream().map(answer -> answer.path("results[0].postId")).distinct())
                .hasSize(1);
        assertThat(again.<String>path("results[0].revision"))
                .isEqualTo(first.path("results[0].revision"));
        assertThat(all.stream().map(answer -> answer.path("results[0].revision")).distinct())
                .hasSize(3);
        List<ConsumerRecord<String, byte[]>> events = topic.atLeast(4);
        assertThat(events).extracting(ConsumerRecord::key).containsOnly("forum/" + id);
        assertThat(events)
                .extracting(ConsumerRecord::partition)
                .containsOnly(events.get(0).partition());
        assertThat(TopicTail.value(events.get(2))).contains("as it is now");
        assertThat(TopicTail.value(events.get(3)))
                .contains("\"deleted\":true", "\"text\":\"\"")
                .doesNotContain("as it is");
    }

    @Test
    void linesAreTakenInOrderAndBlankOnesAreNone() {
        // Given
        String lines =
                "\ufeff" + Http.post(id + "-0", "a") + "\r\n\n{oops\n" + Http.post(id + "-2", "b");

        // When
        Response answer = Http.lines(lines);

        // Then
        answer.then()
                .statusCode(202)
                .body("results.status", contains("accepted", "rejected", "accepted"))
                .body("results[0].externalId", equalTo(id + "-0"))
                .body("results[2].externalId", equalTo(id + "-2"));
        assertThat(topic.atLeast(2)).hasSize(2);
    }

    @Test
    void manyLinesOfOneThreadKeepTheirOrder() {
        // Given: several chunks, and results that no longer wait in memory
        int count = 5_000;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(
                    "{\"source\":\"forum\",\"externalId\":\"%d\",\"thread\":{\"id\":\"%s\"},\"author\":\"heath\",\"text\":\"t\"}%n"
                            .formatted(i, id));
        }

        // When
        Response answer = Http.lines(lines.toString());

        // Then
        answer.then().statusCode(202).body("accepted", equalTo(count));
        List<String> expected = IntStream.range(0, count).mapToObj(String::valueOf).toList();
        assertThat(answer.<List<String>>path("results.externalId")).isEqualTo(expected);
        assertThat(topic.atLeast(count).stream().map(PostsIT::externalId)).isEqualTo(expected);
    }

    @Test
    void aLongTextIsCutAndFlagged() throws IOException {
        Http.posts(Http.post(id, "é".repeat(40_000))).then().statusCode(202);

        JsonNode value = new ObjectMapper().readTree(topic.atLeast(1).get(0).value());
        assertThat(value.get("truncated").asBoolean()).isTrue();
        assertThat(value.get("text").asText()).isEqualTo("é".repeat(32_768));
    }

    @Test
    void htmlAloneIsReadAsText() throws IOException {
        String json =
                "{\"source\":\"forum\",\"externalId\":\"%s\",\"author\":\"x\",\"html\":\"<p>a<p>b\"}"
                        .formatted(id);
        Http.posts(json).then().statusCode(202);

        JsonNode value = new ObjectMapper().readTree(topic.atLeast(1).get(0).value());
        assertThat(value.get("text").asText()).isEqualTo("a b");
        assertThat(value.get("html").asText()).isEqualTo("<p>a<p>b");
    }

    private static String externalId(ConsumerRecord<String, byte[]> event) {
        try {
            return new ObjectMapper().readTree(event.value()).get("externalId").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
