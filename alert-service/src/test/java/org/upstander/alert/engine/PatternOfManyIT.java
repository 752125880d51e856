package org.upstander.alert.engine;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** What many do to one person, and what is made public of her, on real Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class PatternOfManyIT extends PatternTestBase {

    @Test
    void manyAuthorsAreOneIncident() {
        // Given
        IntStream.range(0, 8)
                .forEach(at -> say(Said.attack("" + at, "author-" + at, ago(ofMinutes(20 - at)))));
        eventually(() -> assertThat(incidents()).anyMatch(one -> one.contains("pile-on")));
        int before = incidents().size();

        // When
        sayAndWait(
                IntStream.range(8, 40)
                        .mapToObj(at -> Said.attack("" + at, "author-" + at, clock.instant()))
                        .toArray(Said[]::new));

        // Then
        assertThat(incidents()).hasSize(before);
        assertThat(incidents())
                .anyMatch(
                        one ->
                                one.matches(
                                        "2 pile-on (3[3-9]|40) posts, (3[3-9]|40) authors, forum"));
        assertThat(timelines()).anyMatch(reason -> reason.contains("Pile-on: 8 authors within"));
    }

    @Test
    void ofACrowdThatGoesOnItIsSaidHowManyThereAreAtLeast() {
        // Given
        sayAndWait(crowd(0, 50));

        // When
        sayAndWait(Said.attack("50", "author-50", clock.instant()));

        // Then: it is one incident, and nobody looked at all of them again; how many of the fifty
        // came together is chance
        assertThat(live()).containsExactly("2 pile-on 51 posts, 51 authors, forum");
        assertThat(timelines())
                .anyMatch(reason -> reason.matches(".*Pile-on: \\d+ authors within.*"))
                .anyMatch(reason -> reason.contains("Pile-on: at least 41 authors within"))
                .noneMatch(reason -> reason.contains("Pile-on: 51 authors within"));
    }

    @Test
    void whoeverAttacksOverAndOverHidesNoCrowd() {
        // Given: seven authors, the last of them forty-five times
        sayAndWait(crowd(0, 6));
        sayAndWait(
                IntStream.range(6, 51)
                        .mapToObj(at -> Said.attack("" + at, "author-6", ago(ofMinutes(5))))
                        .toArray(Said[]::new));
        assertThat(incidents()).noneMatch(one -> one.contains("pile-on"));

        // When
        sayAndWait(Said.attack("51", "author-7", clock.instant()));

        // Then
        assertThat(timelines()).anyMatch(reason -> reason.contains("Pile-on: 8 authors within"));
    }

    @Test
    void whoeverCountsAsAnAttackByWhatWasBeforeMakesNoCrowd() {
        // Given
        moderated("heath", "ban", staffId, ago(ofHours(5)));
        sayAndWait(crowd(0, 7));

        // When
        sayAndWait(Said.neutral("8", "heath", clock.instant(), 0.5));

        // Then
        assertThat(incidents())
                .hasSize(8)
                .noneMatch(one -> one.contains("pile-on"))
                .contains("1 retaliation 1 posts, 1 authors, forum");
    }

    private Said[] crowd(int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(at -> Said.attack("" + at, "author-" + at, ago(ofMinutes(20))))
                .toArray(Said[]::new);
    }

    @Test
    void muchTheSameTextOnSeveralSourcesIsOneIncident() {
        // Given
        sayAndWait(Said.attack("1", "heath", ago(ofHours(3))).saying(GRIEVANCE));

        // When
        sayAndWait(
                Said.attack("2", "rowan", ago(ofHours(2)))
                        .on("chat")
                        .saying(GRIEVANCE.toUpperCase(java.util.Locale.ROOT)),
                Said.attack("3", "mila", ago(ofHours(1))).on("news").saying(GRIEVANCE + "!!!"),
                Said.attack("4", "juno", ago(ofHours(1)))
                        .saying("what a stupid decision by a stupid person, as always I guess"));

        // Then
        assertThat(incidents())
                .containsExactlyInAnyOrder(
                        "2 campaign 3 posts, 3 authors, chat+forum+news",
                        "1  1 posts, 1 authors, forum");
    }

    @Test
    void whatIsProtectedAndMadePublicIsTheWorstWhateverTheTone() {
        say(Said.attack("1", "heath", clock.instant()).bound("protected"));

        pages(1);
        assertThat(incidents()).containsExactly("4 doxxing 1 posts, 1 authors, forum");
    }

    @Test
    void whatWasMadePublicIsShownToNobody() {
        // Given
        publish(exposing("1", "Her number is 555-0142, call her", 14, 22));
        say(Said.attack("2", "heath", clock.instant()).saying("555-0142, I said"));
        eventually(() -> assertThat(incidents()).singleElement().asString().contains("2 posts"));

        // When
        String shown =
                given().header("Authorization", "Bearer demo-admin-token")
                        .get("/v1/incidents/" + incidentId())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        // Then
        assertThat(shown)
                .doesNotContain("555-0142")
                .contains("Her number is ████████, call her", "████████, I said");
    }

    private AssessmentEvent exposing(String id, String text, int start, int end) {
        AssessmentEvent one = event(Said.attack(id, "heath", clock.instant()).bound("protected"));
        return new AssessmentEvent(
                one.assessmentId(),
                one.postId(),
                one.revision(),
                one.staffId(),
                one.source(),
                one.externalId(),
                one.author(),
                one.thread(),
                one.url(),
                one.postedAt(),
                one.assessedAt(),
                one.verdict(),
                one.severity(),
                one.score(),
                one.categories(),
                one.binding(),
                List.of(new AssessmentEvent.Evidence(start, end, "doxxing", 1.0)),
                one.spam(),
                one.language(),
                one.model(),
                text,
                one.shadow(),
                one.receivedAt());
    }
}
