package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/**
 * What is not there, or does not open, is looked for as long as it can come; then it is said why.
 */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@TestProfile(OriginalGivenUpIT.Late.class)
class OriginalGivenUpIT extends OriginalTestBase {

    /** A clock of its own: it is moved by days. */
    public static class Late extends OriginalProfile {}

    @Test
    void timeGoesBy() {
        // Given: one is late, one never comes, one is sealed with nobody's key, one for another
        // post
        receive("strange", "r1", STRANGE_KEY, SAID);
        send("moved", "r1", NEW_KEY, SAID, staffId + "-late-r1");
        publishAndWaitForAll(
                posts.attack("late", "heath", "t1"), posts.attack("none", "heath", "t1"));
        publishAndWaitForAll(
                posts.attack("strange", "heath", "t2"), posts.attack("moved", "heath", "t2"));
        List.of("late", "none", "strange", "moved")
                .forEach(post -> eventually(() -> assertThat(attempts(post)).isPositive()));
        List.of("late", "none", "strange", "moved")
                .forEach(
                        post ->
                                original(post, "x")
                                        .statusCode(404)
                                        .body("reason", equalTo("not-yet")));

        // When it comes after all
        receive("late", "r1", NEW_KEY, SAID);
        forward(Duration.ofSeconds(6));

        // Then
        eventually(() -> assertThat(state("late")).containsExactly("kept"));

        // When nothing can come any more
        forward(Duration.ofMinutes(15));

        // Then
        eventually(() -> assertThat(state("none")).containsExactly("missing"));
        original("none", "x")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("reason", equalTo("not-found"));
        assertThat(state("strange")).containsExactly("wanted");

        // When no key came for it while it was there
        forward(Duration.ofHours(73));

        // Then
        eventually(() -> assertThat(state("strange")).containsExactly("missing"));
        eventually(() -> assertThat(state("moved")).containsExactly("missing"));
        original("strange", "x").statusCode(404).body("reason", equalTo("unreadable"));
        original("moved", "x").statusCode(404).body("reason", equalTo("unreadable"));
        assertThat(
                        column(
                                "select r.id from evidence_read r join incident i on i.id = r.incident_id where i.staff_id = ?",
                                staffId))
                .isEmpty();
    }
}
