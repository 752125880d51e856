package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Transition;
import org.upstander.infrastructure.InfrastructureResource;

/** Posts are taken out of an incident into one of their own. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class SplitIT extends ReshapeTestBase {

    @Test
    void anAuthorIsTakenOutWithWhateverThatOneWritesFromNowOn() {
        // Given
        publish(
                posts.attack("1", "heath", "t1"),
                posts.attack("2", "rowan", "t1"),
                posts.assessment("3", "r1", "rowan", "t1", "attack", 3, "text"));
        eventually(() -> assertThat(sum(incidentId())).isEqualTo("open 3 3 2"));
        String whole = incidentId();

        // When
        now(reshape.split(whole, List.of(), List.of("rowan"), "Lea"));
        publishAndWaitForAll(posts.attack("4", "rowan", "t9"));

        // Then
        String part = incidentOf("rowan");
        assertThat(part).isNotEqualTo(whole);
        assertThat(sum(whole)).isEqualTo("open 2 1 1");
        assertThat(sum(part)).isEqualTo("open 3 3 1");
        assertThat(column("select related from incident_link where incident_id = ?", whole))
                .containsExactly(part);
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select id from page where incident_id = ? and state = 'fired'",
                                                part))
                                .hasSize(1));
        assertThat(now(reshape.split(whole, List.of(), List.of("heath"), "Lea")))
                .isInstanceOf(Transition.Unfit.class);
    }

    @Test
    void whatWasTakenOutAndPutBackIsTakenOutAgain() {
        // Given
        publish(posts.attack("1", "heath", "t1"), posts.attack("2", "rowan", "t1"));
        eventually(() -> assertThat(sum(incidentId())).isEqualTo("open 2 2 2"));
        String whole = incidentId();
        List<String> all = postsOf(whole);
        List<String> taken = List.of(staffId + "-2");

        // When
        String first = takeOut(whole, taken);
        forward(ofMinutes(1));
        now(reshape.merge(first, whole, "Lea"));
        assertThat(postsOf(whole)).isEqualTo(all);
        forward(ofMinutes(1));
        String second = takeOut(whole, taken);

        // Then
        assertThat(second).isNotEqualTo(first);
        assertThat(postsOf(second)).isEqualTo(taken);
        assertThat(sum(whole)).isEqualTo("open 2 1 1");
        assertThat(sum(second)).isEqualTo("open 2 1 1");
    }

    @Test
    void thePartOfAnAcknowledgedIncidentSaysWhoAcknowledgedItAndWhen() {
        // Given
        publish(posts.attack("1", "heath", "t1"), posts.attack("2", "rowan", "t1"));
        eventually(() -> assertThat(sum(incidentId())).isEqualTo("open 2 2 2"));
        String whole = incidentId();
        now(acknowledge.acknowledge(whole, "lea", "On it"));
        forward(ofMinutes(1));

        // When
        String part = takeOut(whole, List.of(staffId + "-2"));

        // Then
        assertThat(acknowledgement(part))
                .isEqualTo(acknowledgement(whole))
                .startsWith("acknowledged lea 20");
    }

    @Test
    void anAuthorWithoutIdOrHandleIsWhereverThePostsAre() {
        // Given
        publish(
                posts.attack("1", "heath", "t1"),
                posts.attack("2", null, "t1"),
                posts.attack("3", "rowan", "t1"));
        eventually(() -> assertThat(sum(incidentId())).isEqualTo("open 2 3 3"));
        String whole = incidentId();

        // When
        String part = takeOut(whole, List.of(staffId + "-3"));

        // Then
        assertThat(sum(whole)).isEqualTo("open 2 2 2");
        assertThat(sum(part)).isEqualTo("open 2 1 1");

        // When
        String anonymous = takeOut(whole, List.of(staffId + "-2"));

        // Then
        assertThat(sum(whole)).isEqualTo("open 2 1 1");
        assertThat(sum(anonymous)).isEqualTo("open 2 1 1");
    }
}
