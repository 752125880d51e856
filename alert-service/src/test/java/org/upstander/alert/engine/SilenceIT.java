package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.CheckIn;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Reshape;
import org.upstander.alert.application.directory.DeleteResult;
import org.upstander.alert.application.directory.PutResult;
import org.upstander.alert.application.directory.SilenceDirectory;
import org.upstander.alert.application.directory.SilenceDraft;
import org.upstander.alert.domain.Acknowledgement.Kind;
import org.upstander.alert.domain.TimelineEntry.What;
import org.upstander.infrastructure.InfrastructureResource;

/** Pages that are held back on purpose, and what lets them go. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class SilenceIT extends EscalationTestBase {

    @Inject SilenceDirectory silences;
    @Inject Reshape reshape;
    @Inject CheckIn checkIn;

    @Test
    void aSilenceHoldsThePageUntilItEndsAndSaysSoOnce() {
        // Given
        String silence = silence("heath");
        attack();
        eventually(() -> assertThat(silencedBy()).containsExactly(silence));

        // When: it is looked at again, and nothing changed
        publish(posts.attack("2", "heath", "t1"));
        eventually(() -> assertThat(what()).contains(What.EXTENDED.wireName()));
        forward(ofMinutes(30));
        publishAndWaitForAll();

        // Then
        assertThat(channels.sentTo(mail)).isEmpty();
        assertThat(reasons())
                .filteredOn(reason -> reason.startsWith("Silence " + silence))
                .hasSize(1);

        // When
        forward(ofHours(1));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(silencedBy()).isEmpty();
        assertThat(reasons()).contains("Nothing holds the page back any more");
    }

    @Test
    void aDeletedSilencePagesAtOnce() {
        // Given
        String silence = silence("heath");
        attack();
        eventually(() -> assertThat(silencedBy()).containsExactly(silence));

        // When
        DeleteResult deleted = now(silences.delete(silence));

        // Then
        assertThat(deleted).isInstanceOf(DeleteResult.Deleted.class);
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
    }

    @Test
    void aPageThatWasHeldInTheInstantOfTheDeletionGoesOutSoonAfter() {
        // Given: the deletion saw no page that it had to let go
        String silence = silence("heath");
        attack();
        eventually(() -> assertThat(silencedBy()).containsExactly(silence));
        assertThat(heldUntil(silence)).isAfter(clock.instant().plus(ofMinutes(50)));
        column("delete from silence where id = ? returning id", silence);

        // When
        forward(ofMinutes(10));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(reasons()).contains("Nothing holds the page back any more");
    }

    @Test
    void aThreatThatJoinsASilencedIncidentPagesAtOnce() {
        // Given
        String silence = silence("heath");
        attack();
        eventually(() -> assertThat(silencedBy()).containsExactly(silence));

        // When
        publish(posts.assessment("2", "r1", "heath", "t1", "attack", 4, "I know where you live"));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
    }

    @Test
    void aSilencedIncidentThatTakesAnotherAuthorsPagesAtOnce() {
        // Given
        String silence = silence("heath");
        attack();
        eventually(() -> assertThat(silencedBy()).containsExactly(silence));
        String held = incidentId();
        publish(posts.attack("2", "rowan", "t2"));
        pages(1);
        String other = incidentOf(channels.sentTo(mail).get(0));

        // When
        now(reshape.merge(other, held, "Lea"));

        // Then
        pages(2);
        assertThat(incidentOf(channels.sentTo(mail).get(1))).isEqualTo(held);
        assertThat(silencedBy()).isEmpty();
        assertThat(column("select reason from timeline where incident_id = ?", held))
                .contains("Nothing holds the page back any more");
    }

    @Test
    void aCheckInThatDoesNotComeIsPagedForAllTheSame() {
        // Given
        String second = second();
        String last = last();
        directory.policy(staffId, policy(0));
        attack();
        pages(1);
        now(acknowledge.acknowledge(incidentId(), contactId, Kind.CALLED, "Spoke with her"));
        now(checkIn.start(incidentId(), ofMinutes(30), "Every half hour"));
        silence("heath");

        // When
        timeIsUp(ofMinutes(30));

        // Then: and so is each step that follows
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        forward(ofMinutes(10));
        eventually(() -> assertThat(channels.sentTo(last)).hasSize(1));
        assertThat(silencedBy()).isEmpty();
    }

    @Test
    void whatWasAcknowledgedMeanwhileIsNotPagedForAfterwards() {
        // Given
        String silence = silence("heath");
        attack();
        eventually(() -> assertThat(silencedBy()).containsExactly(silence));

        // When
        now(acknowledge.acknowledge(incidentId(), contactId, "On it"));
        forward(ofHours(3));
        publishAndWaitForAll();

        // Then
        assertThat(channels.sentTo(mail)).isEmpty();
        assertThat(column("select state from page where incident_id = ?", incidentId()))
                .containsExactly("cancelled");
    }

    @Test
    void aPileOnIsPagedForInsteadOfTheSingleIncidentsBesideIt() {
        // Given: one incident that is a pile-on
        attack();
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        String pileOn = incidentId();
        column("update incident set patterns = '{pile-on}' where id = ? returning id", pileOn);

        // When
        publish(posts.attack("2", "rowan", "t2"));

        // Then
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select incident_id from page where state = 'pending' and inhibited_by = ?",
                                                pileOn))
                                .hasSize(1));
        assertThat(channels.sentTo(mail)).hasSize(1);

        // When
        now(resolve.resolve(pileOn, contactId, "confirmed", "Over"));
        forward(ofMinutes(2));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(2));
    }

    /** For an hour from now. */
    private String silence(String author) {
        String id = "si-" + staffId;
        Instant start = clock.instant();
        PutResult<?> put =
                now(
                        silences.put(
                                id,
                                new SilenceDraft(
                                        id,
                                        new SilenceDraft.Matchers(
                                                List.of(staffId),
                                                List.of(author),
                                                null,
                                                null,
                                                null),
                                        start,
                                        start.plus(ofHours(1)),
                                        "Banned",
                                        null,
                                        null,
                                        "token:tk-1"),
                                Optional.empty()));
        assertThat(put).isInstanceOf(PutResult.Kept.class);
        return id;
    }

    /** As the timeline says. */
    private Instant heldUntil(String silence) {
        String told = "Silence " + silence + " holds the page back until ";
        List<String> said = reasons().stream().filter(one -> one.startsWith(told)).toList();
        assertThat(said).hasSize(1);
        return Instant.parse(said.get(0).substring(told.length()));
    }

    private List<String> silencedBy() {
        return column(
                "select silenced_by from page where state = 'pending' and silenced_by is not null"
                        + " and incident_id in (select id from incident where staff_id = ?)",
                staffId);
    }

    private List<String> what() {
        return column("select what from timeline where incident_id = ?", incidentId());
    }

    private static String incidentOf(Delivery delivery) {
        return delivery.message().incidentId();
    }
}
