package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Reshape;
import org.upstander.alert.application.Transition;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** An original is that of a post, in whatever incident the post is, and in however many. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@TestProfile(OriginalProfile.class)
class OriginalMovesIT extends OriginalTestBase {

    @Inject Reshape reshape;

    @Test
    void aPostThatAttacksTwoIsKeptForEach() {
        // Given
        String colleague = staffId + "-colleague";
        directory.staff(colleague, contactId, null);
        AssessmentEvent hers = posts.attack("1", "heath", "t1");
        receive("1", "r1", NEW_KEY, SAID);

        // When
        publish(hers, Posts.about(colleague, hers));

        // Then
        eventually(() -> assertThat(state("1")).containsExactly("kept", "kept"));
        assertThat(givenOut(incidentsOf(staffId).get(0), "1")).isEqualTo(SAID);
        assertThat(givenOut(incidentsOf(colleague).get(0), "1")).isEqualTo(SAID);
    }

    @Test
    void itFollowsItsPostOutOfAnIncidentAndBack() {
        // Given
        receive("1", "r1", NEW_KEY, SAID);
        receive("2", "r1", NEW_KEY, "the other");
        publish(posts.attack("1", "heath", "t1"), posts.attack("2", "rowan", "t1"));
        eventually(
                () -> {
                    assertThat(state("1")).containsExactly("kept");
                    assertThat(state("2")).containsExactly("kept");
                });
        String whole = incidentId();

        // When
        Transition.Changed split =
                (Transition.Changed)
                        now(reshape.split(whole, List.of(staffId + "-2"), List.of(), "Lea"));

        // Then
        String part = split.incident().id();
        assertThat(givenOut(part, "2")).isEqualTo("the other");
        admin().get(pathIn(whole, "2")).then().statusCode(404);

        // When
        now(reshape.merge(part, whole, "Lea"));

        // Then
        assertThat(givenOut(whole, "1")).isEqualTo(SAID);
        assertThat(givenOut(whole, "2")).isEqualTo("the other");
    }

    private String givenOut(String incident, String post) {
        return admin().queryParam("why", "for the lawyer")
                .get(pathIn(incident, post))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String pathIn(String incident, String post) {
        return "/v1/incidents/%s/posts/%s/original".formatted(incident, staffId + "-" + post);
    }

    private static List<String> incidentsOf(String staff) {
        return column("select id from incident where staff_id = ?", staff);
    }
}
