package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.infrastructure.InfrastructureResource;

/** Who was triggered is told what became of it: once, and never before the trigger. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class StateDeliveryIT extends EscalationTestBase {

    private String key;

    @BeforeEach
    void byPagerDuty() {
        key = "key-" + mail;
        directory.contact(
                contactId, null, ScriptedDirectory.pagerDuty(key), ScriptedDirectory.mail(mail));
    }

    private List<Message> told() {
        return channels.sentTo(key).stream().map(Delivery::message).toList();
    }

    private static Message.StateChange change(String incident, boolean resolved, String by) {
        return new Message.StateChange(incident, resolved, by);
    }

    @Test
    void acknowledgedAndResolvedAreToldOnceAndNobodyIsPagedAnyMore() {
        // Given
        attack();
        eventually(() -> assertThat(told()).hasSize(1));
        String incident = incidentId();
        eventually(() -> assertThat(state(key)).containsExactly("delivered"));

        // When
        now(acknowledge.acknowledge(incident, "lea", "Lea is at it"));
        now(acknowledge.acknowledge(incident, "kim", "Kim is at it"));
        eventually(() -> assertThat(told()).hasSize(2));
        now(resolve.resolve(incident, "lea", "confirmed", "Lea resolved it"));
        now(resolve.resolve(incident, "kim", "confirmed", "Kim resolved it"));
        forward(Duration.ofHours(1));

        // Then
        eventually(
                () ->
                        assertThat(told())
                                .hasSize(3)
                                .endsWith(
                                        change(incident, false, "lea"),
                                        change(incident, true, "lea")));
        eventually(
                () ->
                        assertThat(reasons())
                                .contains(
                                        "pagerduty of %s was told that it is acknowledged"
                                                .formatted(contactId),
                                        "pagerduty of %s was told that it is resolved"
                                                .formatted(contactId)));
        assertThat(channels.sentTo(mail)).isEmpty();
    }

    @Test
    void whereATriggerIsStillUnderWayTheStateFollowsIt() {
        // Given
        CompletableFuture<DeliveryResult> slow = new CompletableFuture<>();
        channels.answer(key, Uni.createFrom().completionStage(slow));
        attack();
        eventually(() -> assertThat(told()).hasSize(1));

        // When
        now(resolve.resolve(incidentId(), "lea", null, "Lea resolved it"));
        wakeups.wakeAll();
        assertThat(column("select state from delivery where address = ? and kind = 'resolve'", key))
                .containsExactly("pending");
        assertThat(told()).hasSize(1);
        slow.complete(new DeliveryResult.Delivered("taken"));

        // Then
        eventually(() -> assertThat(told()).hasSize(2).endsWith(change(incidentId(), true, "lea")));
    }

    @Test
    void aTriggerWhoseAnswerNeverCameMayHaveArrived() {
        // Given
        directory.contact(contactId, null, ScriptedDirectory.pagerDuty(key));
        channels.answer(key, new DeliveryResult.TryAgain(FailureKind.TIMEOUT, Optional.empty()));
        attack();
        eventually(() -> assertThat(state(key)).containsExactly("retry"));

        // When
        now(acknowledge.acknowledge(incidentId(), "lea", "Lea is at it"));

        // Then
        eventually(
                () -> assertThat(told()).hasSize(2).endsWith(change(incidentId(), false, "lea")));
        forward(Duration.ofHours(1));
        eventually(
                () -> assertThat(state(key)).containsExactlyInAnyOrder("cancelled", "delivered"));
        assertThat(told()).hasSize(2);
    }

    @Test
    void aStateThatIsNotTakenIsToldAgainThoughTheIncidentIsOver() {
        // Given
        attack();
        eventually(() -> assertThat(state(key)).containsExactly("delivered"));
        channels.answer(
                key, new DeliveryResult.TryAgain(FailureKind.SERVER_ERROR, Optional.empty()));

        // When
        now(resolve.resolve(incidentId(), "lea", null, "Lea resolved it"));
        eventually(() -> assertThat(told()).hasSize(2));
        eventually(() -> assertThat(state(key)).containsExactlyInAnyOrder("delivered", "retry"));
        forward(Duration.ofSeconds(10));

        // Then
        eventually(() -> assertThat(told()).hasSize(3));
        eventually(() -> assertThat(state(key)).containsExactly("delivered", "delivered"));
    }

    @Test
    void whoWasNeverTriggeredIsToldNothing() {
        // Given
        channels.answer(key, new DeliveryResult.Refused(FailureKind.AUTHENTICATION));
        attack();
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));

        // When
        now(acknowledge.acknowledge(incidentId(), "lea", "Lea is at it"));
        forward(Duration.ofHours(1));

        // Then
        assertThat(column("select kind from delivery where incident_id = ?", incidentId()))
                .containsOnly("page");
    }
}
