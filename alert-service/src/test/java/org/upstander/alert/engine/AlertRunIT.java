package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.PagingRules;
import org.upstander.infrastructure.InfrastructureResource;

/** Each run is an alert of its own elsewhere: one that is acknowledged there disturbs nobody. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class AlertRunIT extends EscalationTestBase {

    private String key;

    @BeforeEach
    void byPagerDuty() {
        key = "key-" + mail;
        directory.contact(contactId, null, ScriptedDirectory.pagerDuty(key));
    }

    /** What was said, and of which alert; the incident's id is left out. */
    private List<String> told() {
        return channels.sentTo(key).stream().map(this::told).toList();
    }

    private String told(Delivery delivery) {
        String what = "page";
        if (delivery.message() instanceof Message.StateChange change) {
            what = change.resolved() ? "resolve" : "acknowledge";
        }
        return what + delivery.alertKey().replace(incidentId(), "");
    }

    private void told(String... all) {
        eventually(() -> assertThat(told()).containsExactlyInAnyOrder(all));
        eventually(() -> assertThat(state(key)).hasSize(all.length).containsOnly("delivered"));
    }

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
    void whoeverAcknowledgedThereHearsOfItAgainAndAllAlertsAreClosed() {
        // Given
        attack("1", 1);
        told("page");
        now(acknowledge.acknowledge(incidentId(), "lea", "Lea is at it"));
        told("page", "acknowledge");

        // When
        attack("2", 3);

        // Then
        told("page", "acknowledge", "page-run-1");
        now(acknowledge.acknowledge(incidentId(), "lea", "Lea is at it again"));
        told("page", "acknowledge", "page-run-1", "acknowledge-run-1");
        now(resolve.resolve(incidentId(), "lea", null, "Over", true));
        told("page", "acknowledge", "page-run-1", "acknowledge-run-1", "resolve", "resolve-run-1");
    }

    @Test
    void aRetryIsAboutTheSameAlert() {
        // Given
        attack("1", 1);
        told("page");
        now(acknowledge.acknowledge(incidentId(), "lea", "Lea is at it"));
        told("page", "acknowledge");
        channels.answer(
                key, new DeliveryResult.TryAgain(FailureKind.SERVER_ERROR, Optional.empty()));

        // When
        attack("2", 3);
        eventually(() -> assertThat(state(key)).contains("retry"));
        forward(ofSeconds(10));

        // Then
        eventually(
                () ->
                        assertThat(told())
                                .containsExactly(
                                        "page", "acknowledge", "page-run-1", "page-run-1"));
        assertThat(channels.sentTo(key).subList(2, 4))
                .extracting(Delivery::id)
                .containsOnly(channels.sentTo(key).get(2).id());
    }

    @Test
    void aRepetitionIsAnotherAlertAndADigestIsNot() {
        // Given
        follow(new PagingRules(Duration.ZERO, ofMinutes(10), ofMinutes(30), 1, Map.of()));
        attack("1", 2);
        told("page");

        // When
        publishAndWaitForAll(posts.attack("2", "heath", "t1"));
        forward(ofMinutes(10));
        told("page", "page");
        forward(ofMinutes(25));

        // Then
        eventually(() -> assertThat(told()).hasSizeGreaterThan(2));
        assertThat(told().subList(0, 3))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("page"),
                        digest -> assertThat(digest).isEqualTo("page"),
                        repetition -> assertThat(repetition).startsWith("page-run-"));
    }

    @Test
    void whatIsOpenAgainWithinTheHourIsAnotherAlert() {
        // Given
        attack("1", 2);
        told("page");
        now(resolve.resolve(incidentId(), "lea", null, "Over"));
        told("page", "resolve");

        // When
        attack("2", 2);

        // Then
        told("page", "resolve", "page-run-1");
        now(resolve.resolve(incidentId(), "lea", null, "Over"));
        told("page", "resolve", "page-run-1", "resolve-run-1");
    }
}
