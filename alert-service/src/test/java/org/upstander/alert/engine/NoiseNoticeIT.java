package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult.TryAgain;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.NoiseNotice;
import org.upstander.alert.application.noise.WatchNoise;
import org.upstander.infrastructure.InfrastructureResource;

/** Whoever looks after somebody is told once when that one is attacked more than usual. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class NoiseNoticeIT extends NoiseNoticeTestBase {

    @Inject WatchNoise watchNoise;

    @Test
    void whoLooksAfterHerIsToldOnceWithNumbersOnly() {
        // Given
        double before = counted("upstander.alert.noise.excursions");
        channels.really(contactId);

        // When: 4 attacks among 24 mentions
        recorded(attacksAmong(4, 24));
        assertThat(notices()).isEmpty();
        forward(ofMinutes(6));

        // Then
        eventually(() -> assertThat(notices()).hasSize(1));
        NoiseNotice said = (NoiseNotice) notices().get(0).message();
        assertThat(said.staffId()).isEqualTo(staffId);
        assertThat(said.attacks()).isEqualTo(4);
        assertThat(said.mentions()).isEqualTo(24);
        assertThat(said.supportive()).isEqualTo(10);
        assertThat(said.hours()).isEqualTo(24);
        assertThat(said.usual()).isEqualTo(0.5 / 271);
        assertThat(said.upperLimit()).isBetween(0.02, 0.03);
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select title from contact_inbox where contact_id = ? and id like 'nn_%'",
                                                contactId))
                                .containsExactly(staffId + " is attacked more than usual"));
        assertThat(
                        column(
                                "select facts::text from contact_inbox where contact_id = ? and id like 'nn_%'",
                                contactId))
                .allSatisfy(facts -> assertThat(facts).doesNotContain("disgrace", "heath"));
        eventually(
                () ->
                        assertThat(counted("upstander.alert.noise.excursions"))
                                .isEqualTo(before + 1));
        eventually(() -> assertThat(told()).hasSize(1).doesNotContainNull());

        // When: it goes on, and it is looked again
        recorded(attacksAmong(4, 24, "later"));
        forward(ofMinutes(6));
        lookedAt();
        forward(ofHours(2));
        lookedAt();

        // Then
        assertThat(notices()).hasSize(1);
    }

    @Test
    void whatComesAfterADayOfCalmIsToldAnew() {
        // Given
        recorded(attacksAmong(4, 24));
        forward(ofMinutes(6));
        eventually(() -> assertThat(told()).hasSize(1).doesNotContainNull());
        assertThat(notices()).hasSize(1);

        // When: two days pass, look by look
        for (int hours = 0; hours < 50; hours += 2) {
            forward(ofHours(2));
            lookedAt();
        }
        assertThat(column("select out_since from noise_watch where staff_id = ?", staffId))
                .containsOnlyNulls();
        recorded(attacksAmong(9, 30, "again"));
        forward(ofMinutes(6));

        // Then
        eventually(() -> assertThat(notices()).hasSize(2));
        assertThat(notices()).extracting(Delivery::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsUsualIsNoNotice() {
        // When: two attacks, and then a crowd of harmless mentions
        recorded(attacksAmong(2, 40));
        forward(ofMinutes(6));
        lookedAt();

        // Then
        assertThat(notices()).isEmpty();
        assertThat(column("select due_at from noise_watch where staff_id = ?", staffId))
                .containsOnlyNulls();
    }

    @Test
    void aMailThatFailsComesAgainAndTheInboxHasItOnce() {
        // Given: the page went, the notice does not
        channels.really(contactId);
        recorded(attacksAmong(4, 24));
        eventually(() -> assertThat(channels.sentTo(mail)).isNotEmpty());
        channels.answer(mail, new TryAgain(FailureKind.UNREACHABLE, Optional.empty()));
        forward(ofMinutes(6));
        eventually(() -> assertThat(told()).hasSize(1).doesNotContainNull());
        assertThat(notices()).hasSize(1);

        // When
        forward(ofSeconds(7));

        // Then
        eventually(() -> assertThat(notices()).hasSize(2));
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select due_at from noise_notice where staff_id = ? and lease_until is null",
                                                staffId))
                                .hasSize(1)
                                .containsOnlyNulls());
        assertThat(notices()).extracting(Delivery::id).containsOnly(notices().get(0).id());
        assertThat(
                        column(
                                "select id from contact_inbox where contact_id = ? and id like 'nn_%'",
                                contactId))
                .containsExactly(notices().get(0).id());
    }

    @Test
    void theTargetIsNotToldAndThatNobodyWasIsCounted() {
        // Given: her contact is herself
        double before = counted("upstander.alert.noise.notices", "outcome", "nobody");
        directory.contact(contactId, staffId, ScriptedDirectory.mail(mail));

        // When
        recorded(attacksAmong(4, 24));
        forward(ofMinutes(6));

        // Then
        eventually(
                () ->
                        assertThat(counted("upstander.alert.noise.notices", "outcome", "nobody"))
                                .isEqualTo(before + 1));
        assertThat(column("select contact_id from noise_notice where staff_id = ?", staffId))
                .isEmpty();
    }

    @Test
    void twoInstancesTellOnce() {
        // Given
        recorded(attacksAmong(4, 24));
        clock.forward(ofMinutes(6));

        // When
        RaceTestBase.together(
                List.of(watchNoise.runOnce(), watchNoise.runOnce(), watchNoise.runOnce()));

        // Then
        lookedAt();
        assertThat(column("select contact_id from noise_notice where staff_id = ?", staffId))
                .containsExactly(contactId);
        wakeups.wakeAll();
        eventually(() -> assertThat(notices()).hasSize(1));
    }
}
