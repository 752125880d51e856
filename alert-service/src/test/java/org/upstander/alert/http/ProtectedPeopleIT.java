package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.pattern.ProtectedPeople;
import org.upstander.alert.application.pattern.ProtectedPeople.Profile;
import org.upstander.infrastructure.InfrastructureResource;

/** What patterns know of people is what the directory has of them. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ProtectedPeopleIT extends RestTestBase {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    @Inject ProtectedPeople people;
    @Inject Transactions transactions;

    @Test
    void allThatCountsIsReadOfThem() {
        // Given
        String junior = fresh("cm");
        String senior = fresh("cm");
        put(
                junior,
                """
                "timeZone":"Pacific/Auckland","workingHours":"Mon-Thu 07:00-15:00","junior":true""");
        put(
                senior,
                """
                "timeZone":"Pacific/Auckland","attackThreshold":0.75""");

        // When
        List<Profile> found = profiles(junior, senior, fresh("nobody"));

        // Then
        assertThat(found)
                .containsExactlyInAnyOrder(
                        new Profile(junior, AUCKLAND, "Mon-Thu 07:00-15:00", true, null),
                        new Profile(senior, AUCKLAND, null, false, 0.75));
    }

    private void put(String id, String more) {
        json("""
                        {"displayName":"Dana","names":["Dana Okafor"],%s,"escalation":{"contactId":"ct-none"}}"""
                        .formatted(more))
                .put("/v1/staff/" + id)
                .then()
                .statusCode(201);
    }

    private List<Profile> profiles(String... ids) {
        return transactions
                .run(() -> people.of(List.of(ids)))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
