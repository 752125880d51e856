package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.upstander.alert.application.Escalation.Outcome.HELD;
import static org.upstander.alert.application.Escalation.Outcome.NOBODY;
import static org.upstander.alert.application.Escalation.Outcome.PAGED;
import static org.upstander.alert.application.Escalation.Outcome.WAITING;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.EscalateNow;
import org.upstander.alert.application.Escalation;
import org.upstander.alert.application.Transition;
import org.upstander.alert.application.directory.SilenceDirectory;
import org.upstander.alert.application.directory.SilenceDraft;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.PagingRules;
import org.upstander.infrastructure.InfrastructureResource;

/** Whoever escalates is told what came of it. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class EscalateNowIT extends EscalationTestBase {

    private static final TemporalUnitOffset CLOSE = within(10, ChronoUnit.SECONDS);

    @Inject EscalateNow escalateNow;
    @Inject SilenceDirectory silences;

    private Escalation escalate() {
        Transition done = now(escalateNow.escalate(incidentId(), "Escalated by Lea."));
        assertThat(done).isInstanceOf(Transition.Escalated.class);
        return ((Transition.Escalated) done).escalation();
    }

    @Test
    void theNextStepIsCalledAndNamed() {
        // Given
        String second = second();
        directory.policy(staffId, policy(0));
        attack();
        pages(1);

        // When
        Escalation done = escalate();

        // Then
        assertThat(done.outcome()).isEqualTo(PAGED);
        assertThat(done.called())
                .containsExactly(new Escalation.Call("second-" + contactId, Channel.EMAIL));
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        assertThat(reasons()).contains("Escalated by Lea.");
    }

    @Test
    void itPassesTheWaitOfTheGroup() {
        // Given
        directory.policy(staffId, paging(new PagingRules(ofMinutes(5), null, null, 1, Map.of())));
        attack();
        publishAndWaitForAll();
        eventually(() -> assertThat(putBack()).hasSize(1));
        assertThat(channels.sentTo(mail)).isEmpty();

        // When
        Escalation done = escalate();

        // Then
        assertThat(done.called()).containsExactly(new Escalation.Call(contactId, Channel.EMAIL));
        pages(1);
        forward(ofMinutes(4));
        publishAndWaitForAll();
        pages(1);
    }

    @Test
    void aSilenceHoldsItAndUntilWhenIsSaid() {
        // Given
        Instant end = silence();
        attack();
        String silenced = "select id from page where silenced_by = ?";
        eventually(() -> assertThat(column(silenced, "si-" + staffId)).hasSize(1));

        // When
        Escalation done = escalate();

        // Then
        assertThat(done.outcome()).isEqualTo(HELD);
        assertThat(done.until()).isCloseTo(end, CLOSE);
        assertThat(done.reason()).startsWith("Silence si-" + staffId + " holds the page back");
        assertThat(channels.sentTo(mail)).isEmpty();
        forward(ofHours(1));
        pages(1);
    }

    @Test
    void stepsThatReachNobodyArePassed() {
        // Given
        String last = last();
        directory.policy(staffId, policy(0));
        attack();
        pages(1);

        // When: the second is not in the directory
        Escalation done = escalate();

        // Then
        assertThat(done.called())
                .containsExactly(new Escalation.Call("last-" + contactId, Channel.EMAIL));
        eventually(() -> assertThat(channels.sentTo(last)).hasSize(1));
    }

    @Test
    void whereNobodyIsLeftThatIsSaid() {
        // Given
        directory.policy(staffId, policy(0));
        attack();
        pages(1);

        // When: neither the second nor the last one is in the directory
        Escalation done = escalate();
        Escalation again = escalate();

        // Then
        assertThat(List.of(done.outcome(), again.outcome())).containsOnly(NOBODY);
        assertThat(done.reason()).contains("nobody is left to call");
        assertThat(reasons()).containsOnlyOnce("Escalated by Lea.");
    }

    @Test
    void whereThePolicyBeginsAgainLaterThatIsSaid() {
        // Given
        directory.policy(
                staffId, paging(new PagingRules(Duration.ZERO, null, ofHours(1), 1, Map.of())));
        attack();
        pages(1);

        // When
        Escalation done = escalate();

        // Then
        assertThat(done.outcome()).isEqualTo(WAITING);
        assertThat(done.until()).isCloseTo(clock.instant().plus(ofHours(1)), CLOSE);
        assertThat(done.reason()).contains("begins again");
    }

    @Test
    void whoTookItIsNamedAndNobodyCalled() {
        // Given
        attack("1", 3);
        pages(1);
        now(acknowledge.acknowledge(incidentId(), "Kim", "On it"));

        // When
        Escalation taken = escalate();
        now(resolve.resolve(incidentId(), "Kim", null, "Over", true));
        Escalation over = escalate();

        // Then
        assertThat(taken.outcome()).isEqualTo(WAITING);
        assertThat(taken.until()).isCloseTo(clock.instant().plus(ofHours(1)), CLOSE);
        assertThat(taken.reason()).startsWith("Kim acknowledged it");
        assertThat(over.outcome()).isEqualTo(NOBODY);
        assertThat(over.reason()).contains("resolved");
        pages(1);
    }

    @Test
    void aPileOnThatIsPagedForInsteadIsNamed() {
        // Given
        attack();
        pages(1);
        String pileOn = incidentId();
        column("update incident set patterns = '{pile-on}' where id = ? returning id", pileOn);
        publish(posts.attack("2", "rowan", "t2"));
        String inhibited = "select incident_id from page where inhibited_by = ?";
        eventually(() -> assertThat(column(inhibited, pileOn)).hasSize(1));
        String held = column(inhibited, pileOn).get(0);

        // When
        Transition done = now(escalateNow.escalate(held, "Escalated by Lea."));

        // Then
        Escalation escalation = ((Transition.Escalated) done).escalation();
        assertThat(escalation.outcome()).isEqualTo(WAITING);
        assertThat(escalation.until()).isAfter(clock.instant());
        assertThat(escalation.reason()).contains(pileOn);
    }

    private EscalationPolicy paging(PagingRules rules) {
        return new EscalationPolicy(
                "p",
                "P",
                List.of(new Step(Duration.ZERO, List.of(new Target.StaffContact()))),
                0,
                ofMinutes(10),
                null,
                rules);
    }

    private List<String> putBack() {
        return column(
                "select id from page where incident_id = ? and state = 'pending'"
                        + " and due_at > cast(? as timestamptz)",
                incidentId(),
                clock.instant().toString());
    }

    private Instant silence() {
        Instant end = clock.instant().plus(ofHours(1));
        String id = "si-" + staffId;
        now(
                silences.put(
                        id,
                        new SilenceDraft(
                                id,
                                new SilenceDraft.Matchers(List.of(staffId), null, null, null, null),
                                clock.instant(),
                                end,
                                "Known",
                                null,
                                null,
                                "token:tk-1"),
                        Optional.empty()));
        return end;
    }
}
