package org.upstander.alert.engine;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/** Accounts that are declared to be one person's, on real Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class AuthorAliasIT extends PatternTestBase {

    private static final String WHY = ", of another account: declared as the same person by ";

    @AfterEach
    void takeBack() {
        caller().delete("/v1/author-aliases/" + alias());
    }

    @Test
    void anAttackUnderADeclaredOtherAccountWeighsMoreAndSaysByWhomItWasDeclared() {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(3).plusMinutes(1)));
        declare(byId("heath"), byId("phoenix"));

        // When
        say(Said.attack("1", "phoenix", clock.instant()));

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("2 retaliation 1 posts, 1 authors, forum");
        assertThat(reasons())
                .anyMatch(
                        reason ->
                                reason.contains("3 days after the ban by " + staffId + WHY)
                                        && !reason.contains("heath"));
    }

    @Test
    void anAccountIsKnownByItsHandleInWhateverCase() {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(3)));
        declare(byHandle("HEATH"), byHandle("Phoenix"));

        // When
        say(Said.attack("1", "phoenix", clock.instant()));

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("2 retaliation 1 posts, 1 authors, forum");
    }

    @Test
    void whereBothHaveAnIdTheHandleSaysNothing() {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(3)));
        declare(byId("heath"), account("another-" + staffId, "phoenix-" + staffId));

        // When
        say(Said.attack("1", "phoenix", clock.instant()));

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("1  1 posts, 1 authors, forum");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeclarationThatComesAfterTheAttackIsSeenAllTheSame(boolean byId) {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(3)));
        say(Said.attack("1", "phoenix", clock.instant()));
        pages(1);
        assertThat(incidents()).containsExactly("1  1 posts, 1 authors, forum");

        // When
        declare(byId("heath"), byId ? byId("phoenix") : byHandle("Phoenix"));

        // Then
        pages(2);
        assertThat(incidents()).containsExactly("2 retaliation 1 posts, 1 authors, forum");
    }

    @Test
    void aBanOfADeclaredOtherAccountThatIsToldOfLateIsSeenAllTheSame() {
        // Given
        declare(byId("heath"), byId("phoenix"));
        say(Said.attack("1", "phoenix", clock.instant()));
        pages(1);

        // When
        moderated("heath", "ban", staffId, ago(ofDays(3)));

        // Then
        pages(2);
        assertThat(incidents()).containsExactly("2 retaliation 1 posts, 1 authors, forum");
    }

    @Test
    void aDeclarationThatWasTakenBackCountsNoMore() {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(3)));
        declare(byId("heath"), byId("phoenix"));
        caller().delete("/v1/author-aliases/" + alias()).then().statusCode(204);

        // When
        say(Said.attack("1", "phoenix", clock.instant()));

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("1  1 posts, 1 authors, forum");
    }

    @Test
    void oneThatWasReplacedCountsAsItIsNow() {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(3)));
        declare(byId("heath"), byId("phoenix"));
        declare(byId("heath"), byId("rowan"));

        // When
        sayAndWait(
                Said.attack("1", "phoenix", clock.instant()),
                Said.attack("2", "rowan", clock.instant()));

        // Then
        assertThat(incidents())
                .containsExactlyInAnyOrder(
                        "1  1 posts, 1 authors, forum", "2 retaliation 1 posts, 1 authors, forum");
    }

    @Test
    void whoeverGoesOnUnderADeclaredOtherAccountWasAskedToStop() {
        // Given
        moderated("heath", "warn", staffId, ago(ofDays(3)));
        declare(byId("heath"), byId("phoenix"));
        say(
                Said.neutral("1", "phoenix", ago(ofDays(2)), 0.05),
                Said.neutral("2", "phoenix", ago(ofDays(1)), 0.05));

        // When
        say(Said.neutral("3", "phoenix", clock.instant(), 0.05));

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("2 persistence 3 posts, 1 authors, forum");
    }

    @Test
    void theFirstAttemptUnderADeclaredOtherAccountCalls() {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(3)));
        declare(byId("heath"), byId("phoenix"));

        // When
        approached("1", "phoenix", "friend-request", clock.instant());

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("2 approach 0 posts, 1 authors, ");
    }

    @Test
    void accountsOfOnePersonAreOneOfACrowd() {
        // Given
        declare(byId("author-0"), byId("author-1"));

        // When
        sayAndWait(
                IntStream.range(0, 8)
                        .mapToObj(at -> Said.attack("" + at, "author-" + at, ago(ofMinutes(20))))
                        .toArray(Said[]::new));

        // Then
        assertThat(incidents()).noneMatch(one -> one.contains("pile-on"));

        // When
        say(Said.attack("8", "author-8", clock.instant()));

        // Then
        eventually(() -> assertThat(incidents()).anyMatch(one -> one.contains("pile-on")));
        assertThat(timelines()).anyMatch(reason -> reason.contains("Pile-on: 8 authors"));
    }

    private String alias() {
        return "al-" + staffId;
    }

    private String byId(String name) {
        return account(author(name).id(), null);
    }

    private String byHandle(String name) {
        return account(null, author(name).handle());
    }

    private static String account(String id, String handle) {
        return Stream.of("\"source\":\"forum\"", field("id", id), field("handle", handle))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String field(String name, String value) {
        return value == null ? "" : "\"%s\":\"%s\"".formatted(name, value);
    }

    private void declare(String... accounts) {
        caller().contentType(ContentType.JSON)
                .body(
                        "{\"accounts\":%s,\"comment\":\"Same mail address, says the platform\"}"
                                .formatted(List.of(accounts)))
                .put("/v1/author-aliases/" + alias())
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }

    private static RequestSpecification caller() {
        return given().header("Authorization", "Bearer demo-admin-token");
    }
}
