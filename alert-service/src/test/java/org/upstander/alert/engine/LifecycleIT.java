package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.PagingRules;
import org.upstander.infrastructure.InfrastructureResource;

/** What calls people again after the first page, and what does not: by moving the clock. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class LifecycleIT extends EscalationTestBase {

    private void follow(PagingRules rules) {
        directory.policy(
                staffId,
                new EscalationPolicy(
                        "p",
                        "P",
                        List.of(new Step(Duration.ZERO, List.of(new Target.StaffContact()))),
                        0,
                        ofMinutes(10),
                        null,
                        rules));
    }

    @Test
    void aRiseInSeverityPagesAgainAlsoAfterAnAcknowledgement() {
        // Given
        attack("1", 1);
        pages(1);
        now(acknowledge.acknowledge(incidentId(), "Lea", "On it"));

        // When
        publishAndWaitForAll(posts.assessment("2", "r1", "heath", "t1", "attack", 1, "text"));
        assertThat(channels.sentTo(mail)).hasSize(1);
        attack("3", 3);

        // Then
        pages(2);
        assertThat(column("select state from incident where staff_id = ?", staffId))
                .containsExactly("open");
        assertThat(reasons()).contains("Severity rose from 1 to 3");
        assertThat(reasons()).anyMatch(reason -> reason.endsWith(". No worse"));
    }

    @Test
    void whileStepsAreStillToComeARiseCallsTheFirstAgainAndTheNextInItsTime() {
        // Given
        String second = second();
        directory.policy(staffId, policy(0));
        attack("1", 1);
        pages(1);
        forward(ofMinutes(4));

        // When
        attack("2", 2);
        pages(2);
        forward(ofMinutes(1));

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        forward(ofMinutes(9));
        assertThat(channels.sentTo(second)).hasSize(1);
        assertThat(channels.sentTo(mail)).hasSize(2);
    }

    @Test
    void aPolicyMayBeginAgainUntilSomebodyAcknowledges() {
        // Given
        follow(new PagingRules(Duration.ZERO, null, ofMinutes(30), 1, Map.of()));
        attack("1", 2);
        pages(1);

        // When
        forward(ofMinutes(30));
        pages(2);
        forward(ofMinutes(30));
        pages(3);
        now(acknowledge.acknowledge(incidentId(), "Lea", "On it"));
        forward(ofHours(3));

        // Then
        assertThat(
                        column(
                                "select run || ' ' || state from page where incident_id = ? order by run",
                                incidentId()))
                .containsExactly("0 fired", "1 fired", "2 fired", "3 cancelled");
    }

    @Test
    void digestsFollowWhileTheAttackGoesOn() {
        // Given
        follow(new PagingRules(Duration.ZERO, ofMinutes(10), null, 1, Map.of()));
        attack("1", 2);
        pages(1);

        // When
        publishAndWaitForAll(
                posts.attack("2", "heath", "t1"),
                posts.attack("3", "heath", "t1"),
                posts.attack("4", "heath", "t1"));
        assertThat(channels.sentTo(mail)).hasSize(1);
        forward(ofMinutes(10));

        // Then
        pages(2);
        forward(ofHours(1));
        publishAndWaitForAll(posts.attack("5", "heath", "t1"));
        pages(3);
        assertThat(column("select kind from page where incident_id = ? order by run", incidentId()))
                .containsExactly("step", "digest", "digest");
    }

    @Test
    void aFirstPageWaitsForMoreUnlessItGetsGrave() {
        // Given
        follow(new PagingRules(ofMinutes(2), null, null, 1, Map.of()));
        attack("1", 2);
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select policy from incident where staff_id = ?"
                                                        + " and policy is not null",
                                                staffId))
                                .hasSize(1));
        assertThat(channels.sentTo(mail)).isEmpty();

        // When
        attack("2", 3);

        // Then
        pages(1);
    }

    @Test
    void aResolvedOneOpensAgainWithinTheHour() {
        // Given
        attack("1", 2);
        pages(1);
        String incident = incidentId();
        now(resolve.resolve(incident, "Lea", "confirmed", "Done"));
        forward(ofMinutes(50));

        // When
        publish(posts.attack("2", "heath", "t1"));

        // Then
        pages(2);
        assertThat(column("select id || ' ' || state from incident where staff_id = ?", staffId))
                .containsExactly(incident + " open");
        assertThat(column("select what from timeline where incident_id = ? order by id", incident))
                .contains("resolved", "reopened");
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
}
