package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.directory.PutResult;
import org.upstander.alert.application.directory.ScheduleDirectory;
import org.upstander.alert.application.directory.ScheduleDraft;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.infrastructure.InfrastructureResource;

/** A shift ends and nobody comes, or it ends at another time than was planned. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class HandOverGapIT extends HandOverTestBase {

    @Inject ScheduleDirectory schedules;

    @Test
    void withoutANextOneTheNextStepIsCalledAtOnce() {
        // Given: it would be called after twenty hours
        shifts(shift("first", 0, 12));
        String second = second();
        policy(null, secondStep());
        firstIsCalled();

        // When
        theShiftEnds();

        // Then
        paged(second, 1);
        assertThat(reasons())
                .contains(
                        "The shift of Lead first%s ended and nobody is on call in Night: the next step is due at once"
                                .formatted(contactId));
    }

    @Test
    void withoutANextOneWhatWasSeenGoesToTheNextStep() {
        // Given
        shifts(shift("first", 0, 12));
        String second = second();
        policy(null, secondStep());
        firstIsCalled();
        now(acknowledge.acknowledge(incidentId(), "first" + contactId, "Seen"));

        // When
        theShiftEnds();

        // Then
        paged(second, 1);
        assertThat(channels.sentTo(first)).hasSize(1);
        assertThat(reasons())
                .contains(
                        "The shift of Lead first%s ended and nobody is on call in Night: the next step is called"
                                .formatted(contactId));
    }

    @Test
    void withoutAnotherStepTheLastResortIsCalled() {
        // Given
        shifts(shift("first", 0, 12));
        String last = last();
        policy("last-" + contactId);
        firstIsCalled();
        now(acknowledge.acknowledge(incidentId(), "first" + contactId, "Seen"));

        // When
        theShiftEnds();

        // Then
        paged(last, 1);
    }

    @Test
    void whereNobodyIsLeftItWaitsForWhoComesNext() {
        // Given
        shifts(shift("first", 0, 12), shift("next", 14, 24));
        policy(null);
        firstIsCalled();
        now(acknowledge.acknowledge(incidentId(), "first" + contactId, "Seen"));

        // When
        theShiftEnds();

        // Then
        assertThat(channels.sentTo(next)).isEmpty();
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("nobody is on call in Night until "));

        // When
        forward(ofHours(2));

        // Then
        paged(next, 1);
        assertThat(reasons()).contains(handedOver());
    }

    @Test
    void aShiftThatIsCutShortHandsOverAtOnce() {
        // Given
        policy(null);
        firstIsCalled();
        shifts(shift("next", 0, 12));

        // When: the directory that people edit tells of it
        PutResult<?> put =
                now(
                        schedules.put(
                                scheduleId,
                                new ScheduleDraft(
                                        scheduleId,
                                        "Night",
                                        "UTC",
                                        List.of(),
                                        List.of(),
                                        List.of()),
                                Optional.empty()));

        // Then
        assertThat(put).isInstanceOf(PutResult.Kept.class);
        paged(next, 1);
    }

    private Step secondStep() {
        return new Step(ofHours(20), List.of(new Target.NamedContact("second-" + contactId)));
    }
}
