package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult.TryAgain;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.NoiseNotice;
import org.upstander.alert.application.noise.WatchNoise;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** Whoever looks after somebody is told once when that one is attacked more than usual. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class NoiseNoticeIT extends EngineTestBase {

    @Inject WatchNoise watchNoise;
    @Inject MeterRegistry registry;

    /** Ten harmless mentions a day in the 28 days before yesterday. */
    @BeforeEach
    void aQuietMonth() throws SQLException {
        sql(
                """
                insert into contact (id, document, updated_at) values (?,
                    '{"id":"ct","displayName":"Lead","methods":[],"timeZone":"UTC"}', now())
                """,
                contactId);
        sql(
                """
                insert into mention_hour (staff_id, source, hour, supportive, neutral, criticism, attack, spam)
                select ?, 'forum', date_trunc('hour', now() + cast(? as interval) - n * interval '1 day', 'UTC'), 5, 5, 0, 0, 0
                from generate_series(2, 28) n
                """,
                staffId,
                ahead());
    }

    @AfterEach
    void forget() throws SQLException {
        sql("delete from contact where id = ?", contactId);
        sql("delete from noise_watch where staff_id = ?", staffId);
    }

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

    private AssessmentEvent[] attacksAmong(int attacks, int mentions) {
        return attacksAmong(attacks, mentions, "first");
    }

    /**
     * Ten of the others are supportive. Posted by the clock of the service, which tests have moved.
     */
    private AssessmentEvent[] attacksAmong(int attacks, int mentions, String batch) {
        List<AssessmentEvent> events = new ArrayList<>();
        for (int number = 0; number < mentions; number++) {
            boolean attack = number < attacks;
            events.add(
                    Posts.at(
                            clock.instant(),
                            posts.assessment(
                                    batch + number,
                                    "r1",
                                    "heath",
                                    "t1",
                                    attack
                                            ? "attack"
                                            : number < attacks + 10 ? "supportive" : "neutral",
                                    attack ? 1 : 0,
                                    attack ? "you are a disgrace" : null)));
        }
        return events.toArray(AssessmentEvent[]::new);
    }

    private void recorded(AssessmentEvent[] events) {
        publish(events);
        String last = events[events.length - 1].assessmentId();
        eventually(
                () ->
                        assertThat(column("select id from assessment where id = ?", last))
                                .hasSize(1));
    }

    /** Everything of hers that was due has been looked at. */
    private void lookedAt() {
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select due_at from noise_watch where staff_id = ? and due_at <= now() + cast(? as interval)",
                                                staffId,
                                                ahead()))
                                .isEmpty());
    }

    private String ahead() {
        return Duration.between(Instant.now(), clock.instant()).toSeconds() + " seconds";
    }

    private List<Delivery> notices() {
        return channels.sentTo(mail).stream()
                .filter(delivery -> delivery.message() instanceof NoiseNotice)
                .toList();
    }

    private List<String> told() {
        return column("select told_at from noise_notice where staff_id = ?", staffId);
    }

    private double counted(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    private static void sql(String statement, String... parameters) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int at = 0; at < parameters.length; at++) {
                prepared.setString(at + 1, parameters[at]);
            }
            prepared.execute();
        }
    }
}
