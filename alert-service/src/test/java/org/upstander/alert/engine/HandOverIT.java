package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.application.Annotate;
import org.upstander.alert.application.RunHandOvers;
import org.upstander.alert.application.directory.SilenceDirectory;
import org.upstander.alert.application.directory.SilenceDraft;
import org.upstander.alert.domain.Acknowledgement.Kind;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.infrastructure.InfrastructureResource;

/** Whoever goes off shift with an incident that nobody spoke about hands it over. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class HandOverIT extends HandOverTestBase {

    @Inject RunHandOvers runHandOvers;
    @Inject Annotate annotate;
    @Inject SilenceDirectory silences;

    @Test
    void whatWasOnlySeenPagesTheNextOneOnTheSchedule() {
        // Given
        policy(null);
        firstIsCalled();
        assertThat(onShift()).containsExactly("first" + contactId);
        now(acknowledge.acknowledge(incidentId(), "first" + contactId, "Seen"));

        // When: a minute before nothing happens
        forward(SHIFT.minus(ofMinutes(1)));
        publishAndWaitForAll();
        assertThat(channels.sentTo(next)).isEmpty();
        forward(ofMinutes(1));

        // Then
        paged(next, 1);
        assertThat(channels.sentTo(first)).hasSize(1);
        assertThat(reasons()).contains(handedOver());
        assertThat(state()).containsExactly("open");
        eventually(() -> assertThat(onShift()).containsExactly("next" + contactId));
    }

    @Test
    void anOpenOneCallsOnlyTheNextOneAndItsEscalationGoesOn() {
        // Given: her own contact is called in the same step, and the second step comes after a day
        String second = second();
        directory.policy(
                staffId,
                new org.upstander.alert.domain.EscalationPolicy(
                        "p" + staffId,
                        "P",
                        List.of(
                                new Step(
                                        Duration.ZERO,
                                        List.of(
                                                new Target.StaffContact(),
                                                new Target.OnCall(scheduleId))),
                                new Step(
                                        ofHours(20),
                                        List.of(new Target.NamedContact("second-" + contactId)))),
                        0,
                        ofMinutes(10),
                        null));
        firstIsCalled();
        pages(1);

        // When
        theShiftEnds();

        // Then
        paged(next, 1);
        assertThat(channels.sentTo(mail)).hasSize(1);
        assertThat(channels.sentTo(second)).isEmpty();

        // When
        forward(ofHours(8));

        // Then
        paged(second, 1);
    }

    @Test
    void whoeverTookOverEscalatesAndHandsOverAsWell() {
        // Given
        String last = last();
        String third = onCall("third");
        shifts(shift("first", 0, 12), shift("next", 12, 24), shift("third", 24, 36));
        policy("last-" + contactId);
        firstIsCalled();
        now(acknowledge.acknowledge(incidentId(), "first" + contactId, "Seen"));
        theShiftEnds();
        paged(next, 1);

        // When: nobody acknowledges
        forward(ofMinutes(10));

        // Then
        paged(last, 1);

        // When
        forward(SHIFT);

        // Then
        paged(third, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"called", "safe", "comment", "resolved", "taken by another contact"})
    void whatSomebodySpokeAboutStays(String how) {
        // Given
        policy(null);
        firstIsCalled();
        switch (how) {
            case "called" -> acknowledge("first" + contactId, Kind.CALLED);
            case "safe" -> acknowledge("first" + contactId, Kind.SAFE);
            case "comment" -> {
                acknowledge("first" + contactId, Kind.SEEN);
                now(annotate.comment(incidentId(), "first", "She is on holiday"));
            }
            case "resolved" ->
                    now(resolve.resolve(incidentId(), "first", "confirmed", "Over", true));
            default -> acknowledge(contactId, Kind.SEEN);
        }

        // When
        theShiftEnds();

        // Then
        assertThat(channels.sentTo(next)).isEmpty();
        assertThat(reasons()).noneMatch(reason -> reason.startsWith("Handed over"));
        assertThat(onShift()).isEmpty();
    }

    @Test
    void whatIsSilencedIsHandedOverOnlyAfterwards() {
        // Given
        policy(null);
        firstIsCalled();
        now(acknowledge.acknowledge(incidentId(), "first" + contactId, "Seen"));
        silence(ofHours(13));

        // When
        theShiftEnds();

        // Then
        assertThat(channels.sentTo(next)).isEmpty();
        assertThat(state()).containsExactly("acknowledged");

        // When
        forward(ofHours(1));

        // Then
        paged(next, 1);
    }

    @Test
    void whoGoesOnInTheNextShiftIsNotCalledAgain() {
        // Given: the shift was made longer meanwhile
        policy(null);
        firstIsCalled();
        shifts(shift("first", 0, 24), shift("next", 24, 36));

        // When
        theShiftEnds();

        // Then
        assertThat(channels.sentTo(first)).hasSize(1);
        assertThat(channels.sentTo(next)).isEmpty();

        // When
        forward(SHIFT);

        // Then
        paged(next, 1);
    }

    @Test
    void twoInstancesHandItOverOnce() {
        // Given
        policy(null);
        firstIsCalled();
        clock.forward(SHIFT);

        // When
        now(Uni.join().all(Stream.generate(runHandOvers::runOnce).limit(4).toList()).andFailFast());
        wakeups.wakeAll();

        // Then
        paged(next, 1);
        publishAndWaitForAll();
        assertThat(channels.sentTo(next)).hasSize(1);
        assertThat(reasons()).filteredOn(handedOver()::equals).hasSize(1);
    }

    private void acknowledge(String by, Kind kind) {
        now(acknowledge.acknowledge(incidentId(), by, kind, "Acknowledged"));
    }

    private List<String> state() {
        return column("select state from incident where id = ?", incidentId());
    }

    private void silence(Duration length) {
        String id = "si-" + staffId;
        now(
                silences.put(
                        id,
                        new SilenceDraft(
                                id,
                                new SilenceDraft.Matchers(List.of(staffId), null, null, null, null),
                                clock.instant(),
                                clock.instant().plus(length),
                                "Banned",
                                null,
                                null,
                                "token:tk-1"),
                        Optional.empty()));
    }
}
