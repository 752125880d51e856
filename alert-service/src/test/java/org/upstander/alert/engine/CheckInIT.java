package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.CheckIn;
import org.upstander.alert.domain.Acknowledgement.Kind;
import org.upstander.infrastructure.InfrastructureResource;

/** She is to say every half hour that she is well. While she does not, somebody else is called. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class CheckInIT extends EscalationTestBase {

    private static final String MISSED = "No check-in within 30 min";

    @Inject CheckIn checkIn;

    private String second;
    private String last;

    @BeforeEach
    void expected() {
        second = second();
        last = last();
        directory.policy(staffId, policy(0));
        attack("1", 4);
        pages(1);
        now(acknowledge.acknowledge(incidentId(), "Lea", Kind.CALLED, "Spoke with her"));
        now(checkIn.start(incidentId(), ofMinutes(30), "Every half hour"));
    }

    @Test
    void eachFurtherPauseCallsTheNextStepAndBehindTheLastResortAllOfThemAgain() {
        // When
        missed();
        sent(1, 1, 0);
        missed();
        sent(1, 1, 1);
        missed();
        sent(2, 1, 1);
        missed();
        sent(2, 2, 1);

        // Then
        assertThat(reasons().stream().filter(reason -> reason.startsWith(MISSED)))
                .containsExactly(
                        MISSED,
                        MISSED + ", 2 times in a row",
                        MISSED + ", 3 times in a row",
                        MISSED + ", 4 times in a row");
    }

    @Test
    void whileNobodyAnswersTheStepsOfTheLastMissGoOnBesideTheNext() {
        // When: nobody acknowledges
        timeIsUp(ofMinutes(30));
        sent(1, 1, 0);
        forward(ofMinutes(10));
        sent(1, 1, 1);
        timeIsUp(ofMinutes(20));

        // Then
        sent(1, 1, 2);
    }

    @Test
    void whoCallsHasHeardFromHerAndTheTimeBeginsAgain() {
        // Given
        missed();
        sent(1, 1, 0);
        forward(ofMinutes(20));

        // When
        now(acknowledge.acknowledge(incidentId(), "Kim", Kind.CALLED, "Spoke with her"));

        // Then
        timeIsUp(ofMinutes(29));
        sent(1, 1, 0);
        assertThat(reasons()).contains("Kim called: the time to the next check-in begins again");
        timeIsUp(ofMinutes(1));
        sent(1, 2, 0);
        assertThat(reasons().stream().filter(MISSED::equals)).hasSize(2);
    }

    @Test
    void whoCallsAgainWhileItIsTakenPutsTheNextOff() {
        // Given
        forward(ofMinutes(20));

        // When
        now(acknowledge.acknowledge(incidentId(), "Lea", Kind.CALLED, "Spoke with her again"));
        timeIsUp(ofMinutes(29));

        // Then
        sent(1, 0, 0);
        timeIsUp(ofMinutes(1));
        sent(1, 1, 0);
    }

    @Test
    void aCheckInThatComesLateEndsTheCount() {
        // Given
        missed();
        missed();
        sent(1, 1, 1);

        // When
        now(checkIn.checkedIn(incidentId(), "She is well"));
        missed();

        // Then
        sent(1, 2, 1);
        assertThat(reasons().stream().filter(MISSED::equals)).hasSize(2);
    }

    @Test
    void safeAndResolvedEndIt() {
        // When
        missed();
        sent(1, 1, 0);
        now(acknowledge.acknowledge(incidentId(), "Kim", Kind.SAFE, "Safe at home"));
        forward(ofHours(5));
        publishAndWaitForAll();

        // Then
        sent(1, 1, 0);
        assertThat(timers()).isEmpty();

        // When
        now(checkIn.start(incidentId(), ofMinutes(30), "Every half hour"));
        now(resolve.resolve(incidentId(), "Kim", null, "Over"));

        // Then
        assertThat(timers()).isEmpty();
    }

    /** Half an hour later somebody has seen that she was not heard from, and did not call. */
    private void missed() {
        timeIsUp(ofMinutes(30));
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select state from delivery where incident_id = ?"
                                                        + " and state in ('pending', 'sending')"
                                                        + " union all select state from page where"
                                                        + " incident_id = ? and state = 'pending'"
                                                        + " and due_at <= cast(? as timestamptz)",
                                                incidentId(),
                                                incidentId(),
                                                clock.instant().toString()))
                                .isEmpty());
        now(acknowledge.acknowledge(incidentId(), "Lea", "Seen"));
    }

    private void sent(int toFirst, int toSecond, int toLast) {
        eventually(
                () ->
                        assertThat(
                                        List.of(
                                                channels.sentTo(mail).size(),
                                                channels.sentTo(second).size(),
                                                channels.sentTo(last).size()))
                                .containsExactly(toFirst, toSecond, toLast));
    }

    private List<String> timers() {
        return column("select kind from incident_timer where incident_id = ?", incidentId());
    }
}
