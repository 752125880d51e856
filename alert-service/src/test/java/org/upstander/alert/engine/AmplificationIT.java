package org.upstander.alert.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.alert.TestProducer;
import org.upstander.alert.application.ForgetInbox;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.Author;
import org.upstander.contracts.v1.SignalEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** Who passed posts on: counted where these enter an incident, and paging nobody. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@TestProfile(EngineProfile.class)
class AmplificationIT extends EngineTestBase {

    @Inject ForgetInbox forgetInbox;

    @Test
    void accountsAreCountedOnceWhicheverComesFirst() {
        // Given
        amplify("1", "rowan", "a");
        eventually(() -> assertThat(kept("1")).hasSize(1));

        // When: the post comes behind its amplification
        publish(posts.attack("1", "heath", "t1"), posts.attack("2", "heath", "t1"));
        eventually(() -> incident().body("amplifications", equalTo(1)));

        // And: others come behind the post, the same again, and the same account another time
        amplify("1", "mila", "a");
        amplify("1", "mila", "a");
        amplify("1", "mila", "b");
        amplify("2", "rowan", "a");
        amplify("2", "juno", "a");

        // Then
        eventually(() -> incident().body("amplifications", equalTo(3)));
        assertThat(kept("1")).hasSize(2);
        assertThat(kept("2")).hasSize(2);
        given().header("Authorization", "Bearer demo-admin-token")
                .queryParam("staff", staffId)
                .get("/v1/incidents")
                .then()
                .body("items[0].amplifications", equalTo(3));
    }

    @Test
    void whoItWasIsNotKept() {
        amplify("1", "rowan", "a");
        eventually(() -> assertThat(kept("1")).hasSize(1));

        assertThat(
                        column(
                                "select row_to_json(a) from amplification a where post_id = ?",
                                post("1")))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContain("rowan"));
        assertThat(column("select id from signal where id like ?", staffId + "%")).isEmpty();
    }

    @Test
    void itOpensNothingAndPagesNobody() {
        // Given
        publish(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        List<String> before = state();

        // When
        for (int at = 0; at < 50; at++) {
            amplify("1", "account-" + at, "a");
            amplify("harmless", "account-" + at, "a");
        }
        eventually(() -> assertThat(kept("harmless")).hasSize(50));
        eventually(() -> incident().body("amplifications", equalTo(50)));
        forward(Duration.ofSeconds(1));

        // Then
        assertThat(incidentId()).isNotBlank();
        assertThat(state()).isEqualTo(before);
        assertThat(channels.sentTo(mail)).hasSize(1);
    }

    @Test
    void itIsForgottenAfterThreeDaysUnlessItsPostIsInAnIncident() {
        // Given
        Instant now = clock.instant();
        publish(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(incidentId()).isNotBlank());
        amplify("1", "rowan", "a", now.minus(Duration.ofHours(73)));
        amplify("2", "rowan", "a", now.minus(Duration.ofHours(73)));
        amplify("3", "rowan", "a", now.minus(Duration.ofHours(71)));
        eventually(() -> assertThat(kept("3")).hasSize(1));
        eventually(() -> assertThat(kept("2")).hasSize(1));
        eventually(() -> assertThat(kept("1")).hasSize(1));

        // When
        now(forgetInbox.runOnce());

        // Then
        assertThat(kept("1")).hasSize(1);
        assertThat(kept("2")).isEmpty();
        assertThat(kept("3")).hasSize(1);
    }

    @Test
    void whatAnAuthorIsIsShownAndExcusesNothing() {
        // Given
        AssessmentEvent attack = posts.attack("1", "heath", "t1");

        // When
        publish(Posts.by(new Author("heath", "heath", null, true, false), attack));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        incident()
                .body("severity", equalTo(2))
                .body("evidence[0].author.bot", equalTo(true))
                .body("evidence[0].author.staff", equalTo(false));
    }

    @Test
    void whatNobodySaidOfAnAuthorIsNotShown() {
        publish(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));

        incident()
                .body("evidence[0].author.id", equalTo("heath"))
                .body("evidence[0].author.bot", nullValue())
                .body("evidence[0].author.staff", nullValue());
    }

    private List<String> state() {
        return column(
                "select concat(state, severity, post_count, last_activity_at) from incident where staff_id = ?",
                staffId);
    }

    private List<String> kept(String post) {
        return column("select author_key from amplification where post_id = ?", post(post));
    }

    private String post(String post) {
        return staffId + "-" + post;
    }

    private ValidatableResponse incident() {
        return given().header("Authorization", "Bearer demo-admin-token")
                .get("/v1/incidents/" + incidentId())
                .then()
                .statusCode(200);
    }

    private void amplify(String post, String account, String which) {
        amplify(post, account, which, clock.instant());
    }

    /** As ingest-service writes it; the same arguments give the same signal. */
    private void amplify(String post, String account, String which, Instant receivedAt) {
        SignalEvent event =
                new SignalEvent(
                        String.join("-", staffId, post, account, which),
                        "amplification",
                        null,
                        null,
                        null,
                        new Author(account, account, account, null, null),
                        null,
                        null,
                        "forum",
                        receivedAt,
                        receivedAt,
                        null,
                        post(post),
                        post(post),
                        null);
        try (KafkaProducer<String, byte[]> producer = TestProducer.open()) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(Topics.SIGNALS, account, json.writeValueAsBytes(event));
            record.headers().add(Headers.TYPE, EventTypes.SIGNAL.getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
