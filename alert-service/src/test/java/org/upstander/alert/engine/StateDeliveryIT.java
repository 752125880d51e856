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
import org.upstander.alert.domain.Acknowledgement;
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

    /** Of a page that it was one; of what became of it, what, of which incident, and by whom. */
    private List<String> told() {
        return channels.sentTo(key).stream().map(Delivery::message).map(this::told).toList();
    }

    private String told(Message message) {
        return message instanceof Message.StateChange change
                ? change(change.incidentId(), change.resolved(), change.by())
                : "page";
    }

    private static String change(String incident, boolean resolved, String by) {
        return "%s %s by %s".formatted(incident, resolved ? "resolved" : "acknowledged", by);
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
    void whatIsSaidFurtherIsToldThoughWhatWaitedWasCancelled() {
        // Given
        attack();
        eventually(() -> assertThat(state(key)).containsExactly("delivered"));
        notTakenAtFirst();
        now(acknowledge.acknowledge(incidentId(), "lea", "Lea has seen it"));
        eventually(() -> assertThat(stateOf("acknowledge")).containsExactly("retry"));

        // When
        now(
                acknowledge.acknowledge(
                        incidentId(), "lea", Acknowledgement.Kind.CALLED, "Lea called"));

        // Then
        eventually(() -> assertThat(stateOf("acknowledge")).containsExactly("delivered"));
        assertThat(told()).hasSize(3).endsWith(change(incidentId(), false, "lea"));
    }

    @Test
    void thatItIsResolvedIsNotToldOfWhatIsOpenAgain() {
        // Given
        attack();
        eventually(() -> assertThat(state(key)).containsExactly("delivered"));
        notTakenAtFirst();
        now(resolve.resolve(incidentId(), "lea", null, "Lea resolved it"));
        eventually(() -> assertThat(stateOf("resolve")).containsExactly("retry"));

        // When
        attack("2", 2);
        eventually(() -> assertThat(stateOf("page")).containsExactly("delivered", "delivered"));
        forward(Duration.ofHours(1));
        whateverIsDueIsTaken();

        // Then
        assertThat(stateOf("resolve")).containsExactly("retry");
        assertThat(told().stream().filter(change(incidentId(), true, "lea")::equals)).hasSize(1);
    }

    @Test
    void thatItIsAcknowledgedIsNotToldOfWhatIsOpenAgain() {
        // Given
        attack();
        eventually(() -> assertThat(state(key)).containsExactly("delivered"));
        notTakenAtFirst();
        now(acknowledge.acknowledge(incidentId(), "lea", "Lea is at it"));
        eventually(() -> assertThat(stateOf("acknowledge")).containsExactly("retry"));

        // When
        attack("2", 4);
        eventually(() -> assertThat(stateOf("page")).containsExactly("delivered", "delivered"));
        forward(Duration.ofHours(1));
        whateverIsDueIsTaken();

        // Then
        assertThat(stateOf("acknowledge")).containsExactly("retry");
        assertThat(told().stream().filter(change(incidentId(), false, "lea")::equals)).hasSize(1);
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

    private void notTakenAtFirst() {
        channels.answer(
                key, new DeliveryResult.TryAgain(FailureKind.SERVER_ERROR, Optional.empty()));
    }

    private List<String> stateOf(String kind) {
        return column("select state from delivery where address = ? and kind = ?", key, kind);
    }

    /** The latest that is due is sent: what was due before it had its turn. */
    private void whateverIsDueIsTaken() {
        String other = "other-" + mail;
        directory.contact("other-" + contactId, null, ScriptedDirectory.mail(other));
        directory.staff("other-" + staffId, "other-" + contactId, null);
        publish(new Posts("other-" + staffId).attack("1", "heath", "t1"));
        eventually(() -> assertThat(channels.sentTo(other)).hasSize(1));
    }
}
