package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.schedule.Layer;
import org.upstander.alert.domain.schedule.Schedule;
import org.upstander.alert.domain.schedule.Unit;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** How many messages a policy makes: one for each person it calls, however it names them. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class PolicyStoriesIT extends EscalationTestBase {

    private static final int MANY = 300;

    @Test
    void whoeverIsNamedTwiceInAStepIsPagedOnce() {
        // Given: the contact of the attacked is named, too, and on call
        LocalDateTime start =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .minusHours(1)
                        .truncatedTo(ChronoUnit.SECONDS);
        directory.schedule(
                new Schedule(
                        "sc" + contactId,
                        "Day",
                        ZoneOffset.UTC,
                        List.of(new Layer(Unit.DAY, 1, start, List.of(contactId), List.of())),
                        List.of(),
                        List.of()));
        String second = second();
        directory.policy(
                staffId,
                new EscalationPolicy(
                        "p",
                        "P",
                        List.of(
                                new Step(
                                        Duration.ZERO,
                                        List.of(
                                                new Target.StaffContact(),
                                                new Target.NamedContact(contactId),
                                                new Target.OnCall("sc" + contactId),
                                                new Target.NamedContact("second-" + contactId)))),
                        0,
                        ofMinutes(10),
                        null));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(column("select id from delivery where incident_id = ?", incidentId()))
                .hasSize(2);
    }

    @Test
    void threeHundredIncidentsOfOneContactAreThreeHundredPages() {
        // Given
        String hook = "https://hooks.example.org/" + contactId;
        directory.contact(contactId, null, ScriptedDirectory.webhook(hook));
        List<AssessmentEvent> attacks = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String person = staffId + "-" + i;
            directory.staff(person, contactId, null);
            attacks.add(new Posts(person).attack("1", "heath", "t1"));
        }

        // When
        publish(attacks.toArray(AssessmentEvent[]::new));

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(channels.sentTo(hook)).hasSize(MANY));
        assertThat(channels.sentTo(hook)).extracting(Delivery::id).doesNotHaveDuplicates();
        assertThat(column("select distinct state from delivery where address = ?", hook))
                .isSubsetOf("sending", "delivered");
    }
}
