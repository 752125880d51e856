package org.upstander.scoring.kafka;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Keys;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.ThresholdsEntry;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.scoring.application.LiveThresholds;

/** Thresholds are put while posts flow. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ThresholdsIT extends PostConsumerBase {
    private static final double STEP = 0.01;

    @Inject LiveThresholds thresholds;

    @AfterEach
    void backToTheConfiguration() {
        Topic.write(
                List.of(
                        Topic.record(
                                Topics.THRESHOLDS, Keys.EVERYBODY, null, EventTypes.THRESHOLDS)));
        await().atMost(ofSeconds(20))
                .until(() -> thresholds.current().live().equals(thresholds.configured()));
    }

    @Test
    void whatIsPutHoldsForTheNextPostWithoutARestart() {
        // Given
        onRoster("cm-ottoline");
        Doubtful post = doubtful();
        assertThat(verdictOfNext(post.text()))
                .isEqualTo(
                        post.score() >= thresholds.configured().attack()
                                ? "attack"
                                : post.verdict());

        // When
        put(post.score() - STEP);
        // Then
        assertThat(verdictOfNext(post.text())).isEqualTo("attack");

        // When
        put(post.score() + STEP);
        // Then
        assertThat(verdictOfNext(post.text())).isNotEqualTo("attack");
        given().auth()
                .oauth2("demo-admin-token")
                .get("/v1/model")
                .then()
                .statusCode(200)
                .body("thresholds.attack", equalTo((float) (post.score() + STEP)))
                .body("thresholds.spam", equalTo(0.75f));
    }

    @Test
    void theShadowIsWrittenAndCountedAndTheVerdictIsNotIts() {
        // Given
        onRoster("cm-ottoline");
        Doubtful post = doubtful();
        double before = onlyShadow();
        put(post.score() + STEP, post.score() - STEP);

        // When
        AssessmentEvent event = next(post.text());

        // Then
        assertThat(event.verdict()).isNotEqualTo("attack");
        assertThat(event.shadow()).isEqualTo("attack");
        assertThat(event.text()).isNull();
        assertThat(onlyShadow()).isEqualTo(before + 1);
    }

    private double onlyShadow() {
        return meters.get("upstander.scoring.shadow.disagreements")
                .tag("kind", "only_shadow")
                .counter()
                .count();
    }

    @Test
    void whatCannotBeReadIsCountedAndChangesNothing() {
        // Given
        put(0.6);
        double unreadable = meters.counter("upstander.scoring.thresholds.unreadable").count();

        // When
        write("{\"attack\":7}".getBytes(UTF_8));

        // Then
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                meters.counter(
                                                                "upstander.scoring.thresholds.unreadable")
                                                        .count())
                                        .isEqualTo(unreadable + 1));
        assertThat(thresholds.current().live().attack()).isEqualTo(0.6);
    }

    private record Doubtful(String text, double score, String verdict) {}

    /** A post about somebody of which the model is sure neither way. */
    private static Doubtful doubtful() {
        return Stream.of(
                        "Ottoline Ferrars makes no sense.",
                        "Ottoline Ferrars has no idea what she is doing.",
                        "Ottoline Ferrars ruins every round she judges.",
                        "Typical Ottoline Ferrars again.")
                .map(
                        text -> {
                            AssessmentEvent seen = next(text);
                            return new Doubtful(text, seen.score(), seen.verdict());
                        })
                .filter(post -> post.score() > 0.05 && post.score() < 0.95)
                .findFirst()
                .orElseThrow();
    }

    private static String verdictOfNext(String text) {
        return next(text).verdict();
    }

    private static AssessmentEvent next(String text) {
        String externalId = Samples.unique("thresholds");
        Topic.write(Samples.post(externalId, text));
        return assessment(externalId);
    }

    private void put(double attack) {
        put(attack, null);
    }

    private void put(double attack, Double shadow) {
        ThresholdsEntry.Severity severity = new ThresholdsEntry.Severity(0.5, 0.5, 0.5);
        ThresholdsEntry.Shadow onTrial =
                shadow == null ? null : new ThresholdsEntry.Shadow(shadow, 0.04, 0.5, severity);
        write(Topic.json(new ThresholdsEntry(attack, 0.04, 0.5, severity, onTrial, Samples.NOON)));
        await().atMost(ofSeconds(20)).until(() -> thresholds.current().live().attack() == attack);
    }

    private static void write(byte[] value) {
        Topic.write(
                List.of(
                        Topic.record(
                                Topics.THRESHOLDS, Keys.EVERYBODY, value, EventTypes.THRESHOLDS)));
    }
}
