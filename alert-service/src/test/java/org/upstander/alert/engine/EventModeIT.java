package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.EventModeEffects;
import org.upstander.alert.application.directory.EventModeDirectory;
import org.upstander.alert.application.directory.EventModeDraft;
import org.upstander.alert.application.directory.PutResult;
import org.upstander.alert.domain.StaffMember;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** A declared competition: what is mild has to be likelier, what leads to a person weighs more. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class EventModeIT extends EscalationTestBase {

    @Inject EventModeDirectory modes;

    @Test
    void aMildAttackThatIsNotSureIsKeptAndCallsNobody() {
        // Given
        String mode = competition();

        // When
        publishAndWaitForAll(attack("1", "heath", 1, 0.62, "insult"));

        // Then
        assertThat(column("select id from incident where staff_id = ?", staffId)).isEmpty();
        assertThat(column("select verdict from assessment where post_id = ?", staffId + "-1"))
                .containsExactly("attack");
        EventModeEffects.Report report = now(modes.report(mode)).orElseThrow();
        assertThat(report.held()).isEqualTo(1);
        assertThat(report.raised()).isZero();
        assertThat(report.latest().get(0).reason())
                .isEqualTo(
                        "Event mode %s (competition): severity 1 opens an incident from a probability of 0.80 on, this has 0.62"
                                .formatted(mode));

        // When
        publish(attack("2", "heath", 1, 0.81, "insult"));

        // Then
        pages(1);
    }

    @Test
    void aThreatIsPagedForOneSeverityEarlierAndTheTimelineSaysWhy() {
        // Given
        String mode = competition();

        // When
        publish(attack("1", "heath", 2, 0.55, "threat"));

        // Then
        pages(1);
        assertThat(column("select severity from incident where id = ?", incidentId()))
                .containsExactly("3");
        assertThat(reasons())
                .anyMatch(
                        reason ->
                                reason.endsWith(
                                        ". Event mode %s (competition): what leads to a person weighs one severity more, 3 instead of 2"
                                                .formatted(mode)));
        assertThat(now(modes.report(mode)).orElseThrow().raised()).isEqualTo(1);
    }

    @Test
    void whatIsHeldJoinsAnIncidentThatIsThereAndChangesNothingElse() {
        // Given
        competition();
        publish(attack("1", "heath", 1, 0.95, "insult"));
        pages(1);

        // When
        publishAndWaitForAll(attack("2", "heath", 1, 0.55, "insult"));

        // Then
        assertThat(column("select post_count from incident where id = ?", incidentId()))
                .containsExactly("2");
        assertThat(reasons()).anyMatch(reason -> reason.endsWith("this has 0.55"));

        // When
        now(resolve.resolve(incidentId(), contactId, "confirmed", "Over"));
        publishAndWaitForAll(attack("3", "heath", 1, 0.55, "insult"));

        // Then
        assertThat(column("select state from incident where staff_id = ?", staffId))
                .containsExactly("resolved");
        assertThat(channels.sentTo(mail)).hasSize(1);
    }

    @Test
    void nothingIsHeldFromAJuniorNorFromWhoHasABarOfHerOwn() {
        // Given
        competition();
        directory.employ(member(true, null));
        publish(attack("1", "heath", 1, 0.55, "insult"));
        pages(1);
        directory.employ(member(false, 0.3));

        // When
        publish(attack("2", "rowan", 1, 0.55, "insult"));

        // Then
        pages(2);
    }

    @Test
    void afterwardsEverythingIsAsBefore() {
        // Given
        competition();
        forward(ofHours(1));

        // When
        publish(attack("1", "heath", 1, 0.55, "insult"));

        // Then
        pages(1);
    }

    /** Of this member of staff, for an hour from now. */
    private String competition() {
        String id = "ev-" + staffId;
        PutResult<?> put =
                now(
                        modes.put(
                                id,
                                new EventModeDraft(
                                        id,
                                        "competition",
                                        List.of(staffId),
                                        List.of("forum"),
                                        clock.instant(),
                                        clock.instant().plus(ofHours(1)),
                                        "The prize is announced",
                                        "token:tk-1"),
                                Optional.empty()));
        assertThat(put).isInstanceOf(PutResult.Kept.class);
        return id;
    }

    private AssessmentEvent attack(
            String post, String author, int severity, double score, String category) {
        AssessmentEvent one =
                posts.assessment(
                        post, "r1", author, "t-" + author, "attack", severity, "text " + post);
        return new AssessmentEvent(
                one.assessmentId(),
                one.postId(),
                one.revision(),
                one.staffId(),
                one.source(),
                one.externalId(),
                one.author(),
                one.thread(),
                one.url(),
                one.postedAt(),
                one.assessedAt(),
                one.verdict(),
                one.severity(),
                score,
                List.of(new AssessmentEvent.CategoryScore(category, 0.9)),
                one.binding(),
                one.evidence(),
                one.spam(),
                one.language(),
                one.model(),
                one.text(),
                one.shadow(),
                one.receivedAt());
    }

    private StaffMember member(boolean junior, Double bar) {
        return new StaffMember(
                staffId,
                "Dana Okafor",
                List.of("Dana"),
                List.of(),
                List.of(),
                null,
                ZoneOffset.UTC,
                null,
                junior,
                bar,
                new StaffMember.Escalation(contactId, null),
                null);
    }
}
