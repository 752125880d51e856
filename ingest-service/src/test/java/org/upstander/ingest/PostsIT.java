package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PostsIT {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final String id = UUID.randomUUID().toString();
    private TopicTail topic;

    @BeforeEach
    void openTopic() {
        topic =
                new TopicTail(
                        InfrastructureResource.shared().kafka().bootstrapServers(), Topics.POSTS);
    }

    @AfterEach
    void closeTopic() {
        topic.close();
    }

    @Test
    void aPostBecomesACloudEventKeyedByItsThread() throws IOException {
        // Given
        String json =
                """
                {"source":"forum","externalId":"%s","author":{"id":8,"handle":"@heath"},
                 "thread":{"id":"4946","title":"Judging round 2"},
                 "replyTo":{"externalId":"25860","author":{"handle":"dana_cm"}},
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
    void badItemsOfAnArrayNeverFailTheirNeighbours() {
        // Given
        String array =
                "["
                        + Http.post(id + "-0", "a")
                        + ",{\"externalId\":\""
                        + id
                        + "-1\"},nonsense,"
                        + Http.post(id + "-3", "b")
                        + "]";

        // When
        Response answer = Http.posts(array);

        // Then
        answer.then()
                .statusCode(202)
                .body("results.status", contains("accepted", "rejected", "rejected", "accepted"))
                .body("results[1].externalId", equalTo(id + "-1"))
                .body("results[1].problem.type", equalTo("urn:upstander:problem:invalid-item"))
                .body("results[1].problem.errors.pointer", contains("/source", "/author", "/text"))
                .body("results[1].problem.detail", containsString("name the platform"))
                .body("results[2].problem.detail", containsString("no valid JSON"))
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(2));
        assertThat(topic.atLeast(2))
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrder("forum/" + id + "-0", "forum/" + id + "-3");
    }

    @Test
    void anArrayWithoutAGoodItemIsAnsweredAllTheSame() {
        Http.posts("[{}]").then().statusCode(202).body("rejected", equalTo(1));
        Http.posts("[]").then().statusCode(202).body("results", hasSize(0));
    }

    @Test
    void aSingleBadItemIsAProblem() {
        Http.posts("{\"source\":\"forum\"}")
                .then()
                .statusCode(400)
                .contentType(Http.PROBLEM)
                .body("type", equalTo("urn:upstander:problem:invalid-item"))
                .body("status", equalTo(400))
                .body("errors.pointer", contains("/externalId", "/author", "/text"))
                .body("detail", startsWith("/externalId is missing: "));
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

    @Test
    void limitsOfTheWholeRequest() {
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        large[0] = '{';
        String items = String.join(",", Collections.nCopies(1001, "{}"));

        Http.send("/v1/posts", Http.JSON, large)
                .then()
                .statusCode(413)
                .contentType(Http.PROBLEM)
                .body("errors[0].limit", equalTo(10_485_760))
                .body("detail", containsString("application/x-ndjson"));
        Http.posts("[" + items + "]")
                .then()
                .statusCode(400)
                .contentType(Http.PROBLEM)
                .body("errors[0].limit", equalTo(1000));
        Http.posts("{\"source\":")
                .then()
                .statusCode(400)
                .contentType(Http.PROBLEM)
                .body("detail", containsString("no valid JSON"));
        Http.send("/v1/posts", "application/octet-stream", new byte[] {'a'})
                .then()
                .statusCode(415)
                .contentType(Http.PROBLEM)
                .body("detail", containsString("send application/json"));
        Http.send("/v1/posts", "application/json; charset=utf-16", new byte[] {'a'})
                .then()
                .statusCode(415)
                .body("detail", containsString("UTF-8"));
        Http.as(Http.ADMIN)
                .header("Content-Encoding", "gzip")
                .contentType(Http.JSON)
                .body(new byte[] {0x1f})
                .post("/v1/posts")
                .then()
                .statusCode(415)
                .body("detail", containsString("uncompressed"));
    }

    @Test
    void aLineOverTheLimitIsRejectedAlone() {
        String tooLong = Http.post(id + "-0", "x".repeat(1024 * 1024));

        Http.lines(tooLong + "\n" + Http.post(id + "-1", "a"))
                .then()
                .statusCode(202)
                .body("results.status", contains("rejected", "accepted"))
                .body("results[0].problem.errors[0].limit", equalTo(1_048_576));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] latin1 = Http.post(id, "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);

        Http.send("/v1/posts", Http.JSON, latin1)
                .then()
                .statusCode(400)
                .body("detail", containsString("UTF-8"));
    }

    private static String externalId(ConsumerRecord<String, byte[]> event) {
        try {
            return new ObjectMapper().readTree(event.value()).get("externalId").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
