package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** What is wrong is refused, says why, and harms no neighbour. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PostRefusalsIT extends PostsBase {

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
}
