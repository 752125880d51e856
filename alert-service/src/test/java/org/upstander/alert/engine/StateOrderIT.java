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

/** What became of an incident is told in the order in which it happened, and once. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class StateOrderIT extends EscalationTestBase {

    private static final DeliveryResult LATER =
            new DeliveryResult.TryAgain(FailureKind.SERVER_ERROR, Optional.empty());

    private String key;

    @BeforeEach
    void byPagerDuty() {
        key = "key-" + mail;
        directory.contact(contactId, null, ScriptedDirectory.pagerDuty(key));
        attack();
        eventually(() -> assertThat(told()).containsExactly("trigger"));
        eventually(() -> assertThat(state(key)).containsExactly("delivered"));
    }

    @Test
    void anOldResolveIsToldOnceOfItsOwnAlertAndTheNewOneOfTheNewAlert() {
        // Given: it was resolved, which was not taken, and attacked again
        channels.answer(key, LATER);
        now(resolve.resolve(incidentId(), "lea", null, "Lea resolved it"));
        eventually(() -> assertThat(stateOf("resolve")).containsExactly("retry"));
        attack("2", 2);
        eventually(() -> assertThat(stateOf("page")).containsExactly("delivered", "delivered"));

        // When
        now(resolve.resolve(incidentId(), "kim", null, "Kim resolved it"));
        forward(Duration.ofHours(1));

        // Then: what was not taken is told again, of the first alert, and nothing else of it
        eventually(() -> assertThat(stateOf("resolve")).containsExactly("delivered", "delivered"));
        assertThat(told()).containsExactly("trigger", "resolve", "trigger", "resolve", "resolve");
        String first = incidentId();
        assertThat(channels.sentTo(key).stream().map(Delivery::alertKey))
                .containsExactlyInAnyOrder(first, first, first, first + "-run-1", first + "-run-1");
    }

    @Test
    void oneThatWasNotTakenIsToldOnceWhereNobodyThereHeardOfTheAttackBetween() {
        // Given: the page about it was refused for good
        channels.answer(key, LATER);
        now(resolve.resolve(incidentId(), "lea", null, "Lea resolved it"));
        eventually(() -> assertThat(stateOf("resolve")).containsExactly("retry"));
        directory.contact(contactId, null, ScriptedDirectory.mail(mail));
        attack("2", 2);
        pages(1);

        // When
        now(resolve.resolve(incidentId(), "kim", null, "Kim resolved it"));
        forward(Duration.ofHours(1));

        // Then
        eventually(() -> assertThat(stateOf("resolve")).containsExactly("delivered"));
        assertThat(told()).containsExactly("trigger", "resolve", "resolve");
    }

    @Test
    void theNextAttackWaitsForNothingThatIsUnderWayThere() {
        // Given: whoever is told that it is over takes their time
        CompletableFuture<DeliveryResult> slow = new CompletableFuture<>();
        channels.answer(key, Uni.createFrom().completionStage(slow));
        now(resolve.resolve(incidentId(), "lea", null, "Lea resolved it"));
        eventually(() -> assertThat(told()).containsExactly("trigger", "resolve"));

        // When
        attack("2", 2);

        // Then: it is another alert there, which the old one's end does not touch
        eventually(() -> assertThat(told()).containsExactly("trigger", "resolve", "trigger"));
        assertThat(channels.sentTo(key).stream().map(Delivery::alertKey))
                .containsExactly(incidentId(), incidentId(), incidentId() + "-run-1");
        slow.complete(new DeliveryResult.Delivered("taken"));
        eventually(() -> assertThat(stateOf("resolve")).containsExactly("delivered"));
        assertThat(stateOf("page")).containsExactly("delivered", "delivered");
    }

    @Test
    void anAnswerThatNeverComesHoldsUpNoOtherState() {
        // Given
        channels.answer(key, Uni.createFrom().completionStage(new CompletableFuture<>()));
        now(resolve.resolve(incidentId(), "lea", null, "Lea resolved it"));
        eventually(() -> assertThat(told()).hasSize(2));
        attack("2", 2);
        eventually(() -> assertThat(stateOf("page")).containsExactly("delivered", "delivered"));

        // When
        now(resolve.resolve(incidentId(), "kim", null, "Kim resolved it"));

        // Then
        eventually(
                () ->
                        assertThat(stateOf("resolve"))
                                .containsExactlyInAnyOrder("sending", "delivered"));
        assertThat(told()).containsExactly("trigger", "resolve", "trigger", "resolve");
    }

    private List<String> told() {
        return channels.sentTo(key).stream()
                .map(Delivery::message)
                .map(
                        message ->
                                message instanceof Message.StateChange change
                                        ? change.resolved() ? "resolve" : "acknowledge"
                                        : "trigger")
                .toList();
    }

    private List<String> stateOf(String kind) {
        return column("select state from delivery where address = ? and kind = ?", key, kind);
    }
}
