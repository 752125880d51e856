package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** Whoever writes to all of the staff in the night of one lives elsewhere, and seeks nobody. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class UsualHoursIT extends PatternTestBase {

    private static final int NIGHTS = 6;

    @Test
    void whoeverWritesToHerAloneAtNightSeeksHer() {
        // When
        nights(null).forEach(this::record);

        // Then
        assertThat(incidents()).singleElement().asString().startsWith("1 off-hours ");
    }

    @Test
    void whoeverWritesToOthersAtTheSameHoursDoesNot() {
        // When
        nights(ofMinutes(40)).forEach(this::record);

        // Then
        assertThat(incidents()).isEmpty();
    }

    @Test
    void whoeverWritesToOthersByDaySeeksHerAtNight() {
        // When
        nights(ofHours(-9)).forEach(this::record);

        // Then
        assertThat(incidents()).singleElement().asString().startsWith("1 off-hours ");
    }

    @Test
    void whatIsWrittenToHerAndToAnotherAtOnceIsNotOnlyToHer() {
        // When: all of it in one go
        record(nights(Duration.ZERO).stream().flatMap(List::stream).toList());

        // Then
        assertThat(incidents()).isEmpty();
    }

    /** In this order: on one partition, as those of one member of staff are. */
    private void record(List<AssessmentEvent> events) {
        for (AssessmentEvent one : events) {
            try {
                publish(staffId, EventTypes.ASSESSMENT, json.writeValueAsBytes(one));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        publishAndWaitForAll();
    }

    /**
     * @param apart how long after that night's post another one to somebody else comes, or null
     */
    private List<List<AssessmentEvent>> nights(Duration apart) {
        Instant first = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(NIGHTS));
        List<List<AssessmentEvent>> nights = new ArrayList<>();
        for (int night = 0; night < NIGHTS; night++) {
            Instant at = first.plus(Duration.ofDays(night)).plus(ofHours(1));
            AssessmentEvent toHer = event(friendly("" + night, at));
            nights.add(
                    apart == null
                            ? List.of(toHer)
                            : List.of(toOther(friendly("o" + night, at.plus(apart))), toHer));
        }
        return nights;
    }

    private static Said friendly(String id, Instant at) {
        return Said.neutral(id, "pacific", at, 0.03).bound("handle").in("lounge");
    }

    /** By the same author, of somebody else. */
    private AssessmentEvent toOther(Said said) {
        String other = "other-" + staffId;
        directory.staff(other, contactId, null);
        return event(said, other);
    }
}
