package org.upstander.alert.engine;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.directory.SilenceDirectory;
import org.upstander.alert.application.directory.SilenceDraft;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.PagingRules;
import org.upstander.infrastructure.InfrastructureResource;

/** A contact's rule, and what ends it. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class ContactRulesIT extends RuleTestBase {

    @Inject SilenceDirectory silences;

    @Test
    void theNextMethodIsTriedAfterItsTimeWhereNobodyAcknowledged() {
        // Given
        graveAttack();
        assertThat(state(first)).containsExactly("pending");
        assertThat(reasons())
                .anyMatch(
                        reason ->
                                reason.endsWith(
                                        "by email, by sms after 120 s, by sms after 600 s"));

        // When
        forward(ofSeconds(90));
        publishAndWaitForAll();
        assertThat(channels.sentTo(first)).isEmpty();
        forward(ofSeconds(40));

        // Then
        eventually(() -> assertThat(state(first)).containsExactly("delivered"));
        assertThat(state(second)).containsExactly("pending");
        forward(ofMinutes(8));
        eventually(() -> assertThat(state(second)).containsExactly("delivered"));
        assertThat(channels.sentTo(mail)).hasSize(1);
        assertThat(channels.sentTo(first)).hasSize(1);
    }

    @Test
    void anAcknowledgementEndsIt() {
        // Given
        graveAttack();

        // When
        now(acknowledge.acknowledge(incidentId(), contactId, "Taken."));
        assertThat(state(first)).containsExactly("cancelled");
        assertThat(state(second)).containsExactly("cancelled");
        forward(ofMinutes(15));
        publishAndWaitForAll();

        // Then
        assertThat(channels.sentTo(first)).isEmpty();
        assertThat(channels.sentTo(second)).isEmpty();
    }

    @Test
    void aResolveEndsIt() {
        // Given
        graveAttack();

        // When
        now(resolve.resolve(incidentId(), contactId, "confirmed", "Talked with her.", true));

        // Then
        assertThat(state(first)).containsExactly("cancelled");
        assertThat(state(second)).containsExactly("cancelled");
    }

    @Test
    void aSilenceEndsItWhenItIsDue() {
        // Given
        graveAttack();
        String silence = "si-" + contactId;
        now(
                silences.put(
                        silence,
                        new SilenceDraft(
                                silence,
                                new SilenceDraft.Matchers(List.of(staffId), null, null, null, null),
                                clock.instant(),
                                clock.instant().plus(ofHours(1)),
                                "Banned",
                                null,
                                null,
                                "token:tk-1"),
                        Optional.empty()));

        // When
        forward(ofMinutes(11));

        // Then
        eventually(() -> assertThat(state(first)).containsExactly("cancelled"));
        eventually(() -> assertThat(state(second)).containsExactly("cancelled"));
        assertThat(channels.sentTo(first)).isEmpty();
        assertThat(channels.sentTo(second)).isEmpty();
        assertThat(reasons())
                .anyMatch(
                        reason ->
                                reason.startsWith(
                                                "Step 1: the call by sms that the rule of "
                                                        + contactId)
                                        && reason.contains("Silence " + silence));
    }

    @Test
    void belowItsSeverityItIsAsWithoutARule() {
        // When
        attack("1", GRAVE - 1);

        // Then
        eventually(() -> assertThat(state(first)).containsExactly("delivered"));
        assertThat(state(mail)).isEmpty();
        assertThat(state(second)).isEmpty();
    }

    @Test
    void whoAcknowledgedIsCalledNoMoreThoughThePolicyWantsMorePeople() {
        // Given
        EscalationPolicy two = policy(0);
        directory.policy(
                staffId,
                new EscalationPolicy(
                        two.id(),
                        two.displayName(),
                        two.steps(),
                        two.repeat(),
                        two.roundPause(),
                        two.lastResortContactId(),
                        new PagingRules(
                                ZERO, null, null, 2, PagingRules.DEFAULT.acknowledgeExpires())));
        graveAttack();
        now(acknowledge.acknowledge(incidentId(), "sms:" + contactId, "Taken."));
        assertThat(state(first)).containsExactly("pending");

        // When
        forward(ofMinutes(3));

        // Then
        eventually(() -> assertThat(state(first)).containsExactly("cancelled"));
        assertThat(channels.sentTo(first)).isEmpty();
    }
}
