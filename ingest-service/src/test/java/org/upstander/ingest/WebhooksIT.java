package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** What platforms deliver, from the wire to Kafka. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class WebhooksIT extends WebhooksBase {

    @Test
    void aPostIsOnKafkaBeforeThePlatformIsAnswered() {
        // When
        Response answer = SourceCalls.deliver(source, SECRET, post("The ruling is wrong."));

        // Then
        answer.then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("results[0].externalId", equalTo(id));
        assertThat(TopicTail.value(topic.atLeast(1).get(0)))
                .contains("The ruling is wrong.", "\"source\":\"forum\"");
    }

    @Test
    void whatComesAgainIsNoSecondPost() {
        String body = post("The ruling is wrong.");
        SourceCalls.deliver(source, SECRET, body).then().statusCode(202);

        // When: Discourse tries again, as another delivery
        await().untilAsserted(
                        () -> SourceCalls.deliver(source, SECRET, body).then().statusCode(204));

        // Then: what follows is next on the topic but for retries that were not remembered yet
        SourceCalls.deliver(source, SECRET, post("Another text.")).then().statusCode(202);
        assertThat(topic.atLeast(2))
                .extracting(TopicTail::value)
                .filteredOn(value -> value.contains("Another text."))
                .hasSize(1);
    }

    @Test
    void onlyWhatThePlatformSignedIsRead() {
        String body = post("The ruling is wrong.");
        SourceCalls.deliver(source, "a secret of others", body)
                .then()
                .statusCode(401)
                .contentType(Http.PROBLEM)
                .body("type", equalTo("urn:upstander:problem:not-proven"));
        SourceCalls.deliver(source, Map.of(), body).then().statusCode(401);
        SourceCalls.deliver(
                        source,
                        Map.of(
                                "X-Discourse-Event-Signature",
                                "sha256=" + SourceCalls.hmac(SECRET, body)),
                        body.replace("wrong", "right"))
                .then()
                .statusCode(401);
        SourceCalls.deliver("unknown", SECRET, body).then().statusCode(404);
        assertThat(eventually(shown -> shown.getInt("health.deliveriesNotProven") == 3)).isTrue();
    }

    @Test
    void twoSecretsHoldWhileTheyChange() {
        String both =
                SourceCalls.discourse(SECRET)
                        .replace("\"" + SECRET + "\"", "\"" + SECRET + "\",\"the next secret\"");
        SourceCalls.put(source, both).then().statusCode(200);
        SourceCalls.deliver(source, "the next secret", post("One.")).then().statusCode(202);
        SourceCalls.deliver(source, SECRET, post("Two.")).then().statusCode(202);
    }

    @Test
    void whatIsProvenButBrokenIsSaid() {
        SourceCalls.deliver(source, SECRET, "{\"post\":{\"id\":")
                .then()
                .statusCode(400)
                .contentType(Http.PROBLEM)
                .body("type", equalTo("urn:upstander:problem:not-readable"));
        SourceCalls.deliver(source, SECRET, "{\"post\":{}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/post/post_type"));
        SourceCalls.deliver(source, SECRET, "x".repeat(1024 * 1024 + 1)).then().statusCode(413);
        assertThat(eventually(shown -> shown.getInt("health.deliveriesNotReadable") == 2)).isTrue();
    }

    @Test
    void whatIsPausedTakesNothing() {
        Http.as(Http.ADMIN).post("/v1/sources/" + source + ":pause").then().statusCode(200);
        SourceCalls.deliver(source, SECRET, post("While it rests.")).then().statusCode(204);
        Http.as(Http.ADMIN).post("/v1/sources/" + source + ":resume").then().statusCode(200);
        SourceCalls.deliver(source, SECRET, post("Afterwards.")).then().statusCode(202);
        assertThat(topic.atLeast(1))
                .extracting(TopicTail::value)
                .noneMatch(value -> value.contains("While it rests."));
    }
}
