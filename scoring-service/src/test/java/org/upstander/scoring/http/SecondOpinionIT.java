package org.upstander.scoring.http;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.scoring.kafka.Samples;
import org.upstander.scoring.kafka.Topic;
import org.upstander.scoring.opinion.ChatServer;

/** The service with the second opinion switched on, for every score. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@TestProfile(SecondOpinionIT.SwitchedOn.class)
class SecondOpinionIT extends ScoreBase {
    private static final String OPINION = "results[0].assessments[0].explanation.secondOpinion.";
    private static final String THREAT = NAME + ", I will find you and hurt you.";
    private static final String DISAGREE = "I disagree with the ruling of " + NAME + ".";

    private static ChatServer server;

    public static final class SwitchedOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            int port = freePort();
            return Map.of(
                    // The server itself is made by the test: a profile has another class loader.
                    "test.chat-port", Integer.toString(port),
                    "upstander.scoring.second-opinion.enabled", "true",
                    "upstander.scoring.second-opinion.url", "http://localhost:" + port + "/v1",
                    "upstander.scoring.second-opinion.model", "small-model",
                    "upstander.scoring.second-opinion.timeout", "10s",
                    "upstander.scoring.second-opinion.per-minute", "6000",
                    "upstander.scoring.second-opinion.from", "0",
                    "upstander.scoring.second-opinion.to", "1");
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeAll
    static void open() {
        server =
                new ChatServer(
                        ConfigProvider.getConfig().getValue("test.chat-port", Integer.class));
    }

    @BeforeEach
    void forget() {
        server.asked().clear();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void anAttackIsTakenBackWhichTheAnswerTells() {
        // Given
        server.replies(ChatServer.says("criticism", 0.8));
        // When
        ValidatableResponse answer = explained(ATTACK);
        // Then
        answer.statusCode(200)
                .body("results[0].assessments[0].verdict", equalTo("criticism"))
                .body("results[0].assessments[0].severity", equalTo(0))
                .body(OPINION + "outcome", equalTo("lowered"))
                .body(OPINION + "verdict", equalTo("criticism"))
                .body(OPINION + "confidence", equalTo(0.8f));
        assertThat(server.asked()).hasSize(1);
        assertThat(server.asked().get(0).post().path("text").textValue())
                .startsWith("[PERSON] is a")
                .doesNotContainIgnoringCase("ambrosine");
        given().auth()
                .oauth2(TOKEN)
                .get("/q/metrics")
                .then()
                .body(containsString("upstander_scoring_second_opinion_total{outcome=\"lowered\"}"))
                .body(
                        containsString(
                                "upstander_scoring_second_opinion_total{outcome=\"over_budget\"} 0.0"));
    }

    @Test
    void aThreatIsNeverTakenBack() {
        server.replies(ChatServer.says("neutral", 1));

        explained(THREAT)
                .statusCode(200)
                .body("results[0].assessments[0].verdict", equalTo("attack"))
                .body(OPINION + "outcome", equalTo("refused_to_lower"));
    }

    @Test
    void whatWasNoneIsMadeAnAttackOnKafkaToo() {
        // Given
        server.replies(ChatServer.says("attack", 0.9));
        String id = Samples.unique("raised");
        // When
        Topic.write(List.of(Topic.record(Samples.post(id, DISAGREE))));
        // Then
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(Topic.assessments(a -> a.externalId().equals(id)))
                                        .hasSize(1));
        AssessmentEvent event = Topic.assessments(a -> a.externalId().equals(id)).get(0);
        assertThat(event.verdict()).isEqualTo("attack");
        assertThat(event.severity()).isBetween(1, 4);
        assertThat(event.categories()).isNotEmpty();
        explained(DISAGREE)
                .body("results[0].assessments[0].severity", greaterThan(0))
                .body(OPINION + "outcome", equalTo("raised"));
    }

    @Test
    void withoutAnAnswerTheOwnJudgementStands() {
        server.replies(
                call -> {
                    call.sendResponseHeaders(503, -1);
                    call.close();
                });

        explained(ATTACK)
                .statusCode(200)
                .body("results[0].assessments[0].verdict", equalTo("attack"))
                .body(OPINION + "outcome", equalTo("failed"))
                .body(OPINION + "verdict", nullValue());
    }

    private static ValidatableResponse explained(String text) {
        return given().auth()
                .oauth2(TOKEN)
                .contentType("application/json")
                .queryParam("explain", true)
                .body(Map.of("posts", List.of(post("25862", text))))
                .post("/v1/score")
                .then();
    }
}
