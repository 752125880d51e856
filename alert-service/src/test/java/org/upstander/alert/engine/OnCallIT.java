package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.schedule.Layer;
import org.upstander.alert.domain.schedule.Schedule;
import org.upstander.alert.domain.schedule.Unit;
import org.upstander.infrastructure.InfrastructureResource;

/** A page goes to whoever is on call when it fires. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class OnCallIT extends EscalationTestBase {

    private String onCall(String name) {
        String address = name + "-" + mail;
        directory.contact(name + contactId, null, mail(address));
        return address;
    }

    private void policy(int repeat, Step... steps) {
        directory.policy(
                staffId,
                new EscalationPolicy("p", "P", List.of(steps), repeat, Duration.ofHours(24), null));
    }

    private static Step step(String scheduleId) {
        return new Step(ofMinutes(0), List.of(new Target.OnCall(scheduleId)));
    }

    @Test
    void theNextRoundGoesToTheNextOnCall() {
        // Given: turns of a day, the first of which ends in twelve hours
        String first = onCall("first");
        String second = onCall("second");
        LocalDateTime start =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .minusHours(12)
                        .truncatedTo(ChronoUnit.SECONDS);
        directory.schedule(
                new Schedule(
                        "sc" + contactId,
                        "Day",
                        ZoneOffset.UTC,
                        List.of(
                                new Layer(
                                        Unit.DAY,
                                        1,
                                        start,
                                        List.of("first" + contactId, "second" + contactId),
                                        List.of())),
                        List.of(),
                        List.of()));
        policy(1, step("sc" + contactId));
        attack();
        eventually(() -> assertThat(channels.sentTo(first)).hasSize(1));

        // When
        forward(Duration.ofHours(24));

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        assertThat(channels.sentTo(first)).hasSize(1);
    }

    @Test
    void aStepInWhichNobodyIsOnCallIsSkippedAtOnceAndSaysWhy() {
        // Given
        String second = onCall("second");
        directory.schedule(
                new Schedule(
                        "empty" + contactId,
                        "Empty",
                        ZoneOffset.UTC,
                        List.of(),
                        List.of(),
                        List.of()));
        policy(
                0,
                step("empty" + contactId),
                step("none" + contactId),
                new Step(
                        Duration.ofHours(1),
                        List.of(new Target.NamedContact("second" + contactId))));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        assertThat(reasons())
                .contains(
                        "Step 1: nobody is on call in Empty",
                        "Step 2: the schedule none" + contactId + " is not in the directory");
    }
}
