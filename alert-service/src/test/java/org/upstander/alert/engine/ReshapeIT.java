package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.application.CheckIn;
import org.upstander.alert.application.Reshape;
import org.upstander.alert.application.Transition;
import org.upstander.infrastructure.InfrastructureResource;

/** Incidents that are put off, together, or apart. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class ReshapeIT extends EngineTestBase {

    @Inject Reshape reshape;
    @Inject CheckIn checkIn;

    private void pages(int count) {
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(count));
    }

    private String incidentOf(String author) {
        List<String> ids =
                column(
                        "select i.id from incident i join incident_author a on a.incident_id = i.id"
                                + " where staff_id = ? and handle = ? and merged_into is null",
                        staffId,
                        author);
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private List<String> postsOf(String incident) {
        return column(
                "select distinct external_id from evidence where incident_id = ? order by 1",
                incident);
    }

    private String sum(String incident) {
        return column(
                        "select state || ' ' || severity || ' ' || post_count || ' ' || author_count"
                                + " from incident where id = ?",
                        incident)
                .get(0);
    }

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

    @Test
    void aSnoozedIncidentPagesAgainAtItsTimeAndBeforeWhenItGetsWorse() {
        // Given
        publish(posts.attack("1", "heath", "t1"));
        pages(1);
        now(acknowledge.snooze(incidentId(), "Lea", clock.instant().plus(ofHours(2)), "Later"));
        forward(ofMinutes(119));
        assertThat(channels.sentTo(mail)).hasSize(1);

        // When
        forward(ofMinutes(2));

        // Then
        pages(2);
        now(acknowledge.snooze(incidentId(), "Lea", clock.instant().plus(ofHours(2)), "Later"));
        publish(posts.assessment("2", "r1", "heath", "t1", "attack", 4, "text"));
        pages(3);
        forward(Duration.ofHours(2));
        assertThat(channels.sentTo(mail)).hasSize(3);
    }

    private String takeOut(String whole, List<String> ids) {
        Transition done = now(reshape.split(whole, ids, List.of(), "Lea"));
        assertThat(done).isInstanceOf(Transition.Changed.class);
        return ((Transition.Changed) done).incident().id();
    }

    private static String acknowledgement(String incident) {
        return column(
                        "select concat_ws(' ', state, acknowledged_by, acknowledged_at)"
                                + " from incident where id = ?",
                        incident)
                .get(0);
    }
}
