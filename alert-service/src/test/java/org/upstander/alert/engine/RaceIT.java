package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.StoreConflict;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.infrastructure.InfrastructureResource;

/** What several instances do at the same time, by transactions of their own in one. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class RaceIT extends RaceTestBase {

    private static final int INSTANCES = 8;

    private Uni<Void> record(Assessment attack) {
        return recordAssessments
                .record(List.of(attack))
                .onFailure(StoreConflict.class)
                .retry()
                .atMost(50);
    }

    @Test
    void attacksOfOneGroupThatAreRecordedTogetherOpenOneIncident() {
        // When
        together(
                IntStream.range(0, INSTANCES)
                        .<Uni<?>>mapToObj(i -> record(attack("a" + i)))
                        .toList());

        // Then
        assertThat(column("select post_count from incident where staff_id = ?", staffId))
                .containsExactly(Integer.toString(INSTANCES));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(column("select id from page where incident_id = ?", incidentId())).hasSize(1);
    }

    @Test
    void theSameAssessmentRecordedTogetherCountsOnce() {
        // When
        together(IntStream.range(0, INSTANCES).<Uni<?>>mapToObj(i -> record(attack("a"))).toList());

        // Then
        assertThat(column("select post_count from incident where staff_id = ?", staffId))
                .containsExactly("1");
    }

    @Test
    void aStepFiresOnceHoweverManyEnginesRun() {
        // Given
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            employ();
            directory.contact("b" + contactId, null, ScriptedDirectory.mail("b" + mail));
            directory.policy(
                    staffId,
                    new EscalationPolicy(
                            "p",
                            "P",
                            List.of(
                                    new Step(Duration.ZERO, List.of(new Target.StaffContact())),
                                    new Step(
                                            ofMinutes(5),
                                            List.of(new Target.NamedContact("b" + contactId)))),
                            0,
                            ofMinutes(10),
                            null));
            publish(posts.attack("1", "heath", "t1"));
            addresses.add(mail);
        }
        eventually(
                () ->
                        assertThat(addresses)
                                .allSatisfy(one -> assertThat(channels.sentTo(one)).hasSize(1)));

        // When
        clock.forward(ofMinutes(5));
        for (int round = 0; round < 10; round++) {
            List<Uni<?>> engines = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                engines.add(escalate.runOnce());
                engines.add(deliver.runOnce());
            }
            together(engines);
        }

        // Then
        eventually(
                () ->
                        assertThat(addresses)
                                .allSatisfy(
                                        one -> assertThat(channels.sentTo("b" + one)).hasSize(1)));
        assertThat(addresses).allSatisfy(one -> assertThat(channels.sentTo(one)).hasSize(1));
    }

    @Test
    void acknowledgementsAndEnginesNeverMeetInBetween() {
        for (int i = 0; i < 20; i++) {
            // Given
            employ();
            pageEachMinute();
            publish(posts.attack("1", "heath", "t1"));
            eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
            String incident = incidentId();

            // When
            clock.forward(ofMinutes(1));
            together(
                    List.of(
                            escalate.runOnce(),
                            acknowledge.acknowledge(incident, "ct", "On it"),
                            escalate.runOnce()));

            // Then
            assertThat(
                            column(
                                    "select id from page where incident_id = ? and state ="
                                            + " 'pending'",
                                    incident))
                    .isEmpty();
            assertThat(
                            column(
                                    "select id from delivery where incident_id = ? and state in"
                                            + " ('pending', 'retry')",
                                    incident))
                    .isEmpty();
        }
    }
}
