package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.application.Transition;
import org.upstander.infrastructure.InfrastructureResource;

/** One incident takes another in. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class MergeIT extends ReshapeTestBase {

    @Test
    void aMergedIncidentTakesItsPostsAndItsGroupsAlong() {
        // Given
        publish(posts.attack("1", "heath", "t1"), posts.attack("2", "rowan", "t2"));
        pages(2);
        String from = incidentOf("rowan");
        String into = incidentOf("heath");
        now(acknowledge.acknowledge(into, "Lea", "On it"));

        // When
        Transition done = now(reshape.merge(from, into, "Lea"));
        publishAndWaitForAll(posts.attack("3", "rowan", "t2"));

        // Then
        assertThat(done).isInstanceOf(Transition.Changed.class);
        assertThat(sum(into)).isEqualTo("acknowledged 2 3 2");
        assertThat(postsOf(into)).hasSize(3);
        assertThat(postsOf(from)).isEmpty();
        assertThat(
                        column(
                                "select resolution || ' ' || merged_into from incident where id = ?",
                                from))
                .containsExactly("merged " + into);
        forward(ofHours(2));
        assertThat(channels.sentTo(mail)).hasSize(2);
    }

    @Test
    void whatGetsWorseByAMergePagesAgain() {
        // Given
        publish(
                posts.attack("1", "heath", "t1"),
                posts.assessment("2", "r1", "rowan", "t2", "attack", 4, "text"));
        pages(2);
        String into = incidentOf("heath");
        now(acknowledge.acknowledge(into, "Lea", "On it"));

        // When
        now(reshape.merge(incidentOf("rowan"), into, "Lea"));

        // Then
        pages(3);
        assertThat(sum(into)).isEqualTo("open 4 2 2");
    }

    @ParameterizedTest
    @CsvSource({"30, 60, 30", "60, 30, 30", "60, 0, 60"})
    void whoIsToBeHeardFromStillIsAfterAMerge(int ofOne, int ofOther, int due) {
        // Given
        publish(posts.attack("1", "heath", "t1"), posts.attack("2", "rowan", "t2"));
        pages(2);
        String from = incidentOf("rowan");
        String into = incidentOf("heath");
        now(acknowledge.acknowledge(from, "Lea", "On it"));
        now(acknowledge.acknowledge(into, "Lea", "On it"));
        now(checkIn.start(from, ofMinutes(ofOne), "Every so often"));
        if (ofOther > 0) {
            now(checkIn.start(into, ofMinutes(ofOther), "Every so often"));
        }

        // When
        now(reshape.merge(from, into, "Lea"));

        // Then
        assertThat(
                        column(
                                "select incident_id || ' ' || reason from incident_timer"
                                        + " where kind = 'check-in' and incident_id in (?, ?)",
                                from,
                                into))
                .containsExactly(into + " No check-in within " + due + " min");
        forward(ofMinutes(due));
        pages(3);
        assertThat(column("select reason from timeline where incident_id = ?", into))
                .contains("No check-in within " + due + " min");
    }

    @Test
    void onlyLiveIncidentsOfOnePersonAreMerged() {
        // Given
        publish(posts.attack("1", "heath", "t1"));
        pages(1);
        String one = incidentId();
        employ();
        publish(posts.attack("1", "heath", "t1"));
        pages(1);

        // When, Then
        assertThat(now(reshape.merge(one, incidentId(), "Lea")))
                .isEqualTo(
                        new Transition.Unfit(
                                "/into", "must be an incident of the same member of staff"));
        assertThat(now(reshape.merge(one, one, "Lea"))).isInstanceOf(Transition.Unfit.class);
        assertThat(now(reshape.merge(one, "in_none", "Lea"))).isInstanceOf(Transition.Unfit.class);
        assertThat(now(reshape.merge("in_none", one, "Lea")))
                .isInstanceOf(Transition.NotFound.class);
    }
}
