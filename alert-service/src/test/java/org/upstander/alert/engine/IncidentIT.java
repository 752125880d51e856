package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** From an assessment on Kafka to incident and page. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class IncidentIT extends EngineTestBase {

    @Inject MeterRegistry registry;

    @Test
    void anAttackPagesTheContactOnce() {
        // When
        publish(posts.attack("1", "heath", "t1"));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        Delivery delivery = channels.sentTo(mail).get(0);
        assertThat(delivery.attempt()).isEqualTo(1);
        assertThat(delivery.message())
                .isInstanceOfSatisfying(
                        Message.IncidentPage.class,
                        page -> {
                            assertThat(page.staffName()).isEqualTo("Dana Okafor");
                            assertThat(page.severity()).isEqualTo(2);
                            assertThat(page.categories()).containsExactly("insult");
                            assertThat(page.postCount()).isEqualTo(1);
                            assertThat(page.step()).isEqualTo(1);
                        });
        assertThat(delivery.message().toString()).doesNotContain("disgrace", "heath");
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select what from timeline where incident_id = ?"
                                                        + " order by id",
                                                incidentId()))
                                .containsExactly("opened", "paged", "delivered"));
        assertThat(column("select text from evidence where incident_id = ?", incidentId()))
                .containsExactly("you are a disgrace 1");
        assertThat(column("select outcome from notification where incident_id = ?", incidentId()))
                .containsExactly("delivered");
    }

    @Test
    void criticismIsKeptAndPagesNobody() {
        // When
        publishAndWaitForAll(
                posts.assessment("1", "r1", "heath", "t1", "criticism", 0, null),
                posts.assessment("2", "r1", "heath", "t1", "supportive", 0, null));

        // Then
        assertThat(column("select id from incident where staff_id = ?", staffId)).isEmpty();
        assertThat(column("select verdict from assessment where staff_id = ? order by id", staffId))
                .contains("criticism", "supportive");
        assertThat(channels.sentTo(mail)).isEmpty();
    }

    @Test
    void whatOnlyTheShadowCallsAnAttackPagesNobody() {
        // When
        publishAndWaitForAll(
                posts.assessment("1", "r1", "heath", "t1", "neutral", 0, null, "attack"));

        // Then
        assertThat(column("select shadow from assessment where id = ?", staffId + "-1-r1"))
                .containsExactly("attack");
        assertThat(column("select id from incident where staff_id = ?", staffId)).isEmpty();

        // When
        publish(posts.assessment("2", "r1", "other", "t2", "attack", 2, "fraud", "neutral"));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(column("select post_count from incident where staff_id = ?", staffId))
                .containsExactly("1");
        assertThat(
                        column(
                                "select post_id from evidence e join incident i on i.id = e.incident_id where i.staff_id = ?",
                                staffId))
                .containsExactly(staffId + "-2");
    }

    @Test
    void aShadowThatIsNoVerdictYetCostsNoRecord() {
        // When
        publishAndWaitForAll(
                posts.assessment("1", "r1", "heath", "t1", "neutral", 0, null, "word-of-2031"));

        // Then
        assertThat(column("select verdict from assessment where id = ?", staffId + "-1-r1"))
                .containsExactly("neutral");
    }

    @Test
    void theSameAssessmentAgainDoesNothing() {
        // Given
        AssessmentEvent attack = posts.attack("1", "heath", "t1");
        double openedBefore = count("upstander.alert.incidents.opened");
        double duplicatesBefore = count("upstander.alert.events.duplicate");
        publish(attack, attack);
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));

        // When
        publishAndWaitForAll(attack, attack, attack);

        // Then
        assertThat(channels.sentTo(mail)).hasSize(1);
        assertThat(column("select post_count from incident where staff_id = ?", staffId))
                .containsExactly("1");
        assertThat(column("select what from timeline where incident_id = ?", incidentId()))
                .doesNotContain("extended");
        assertThat(count("upstander.alert.incidents.opened")).isEqualTo(openedBefore + 1);
        eventually(
                () ->
                        assertThat(count("upstander.alert.events.duplicate"))
                                .isEqualTo(duplicatesBefore + 4));
    }

    private double count(String counter) {
        return registry.get(counter).counter().count();
    }

    @Test
    void anEditThatAddsAnAttackPages() {
        // Given
        publishAndWaitForAll(posts.assessment("1", "r1", "heath", "t1", "neutral", 0, null));

        // When
        publish(posts.assessment("1", "r2", "heath", "t1", "attack", 3, "now it is one"));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
    }

    @Test
    void authorOrThreadExtendTheIncidentWithoutAnotherPage() {
        // Given
        publish(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));

        // When
        publishAndWaitForAll(
                posts.attack("2", "heath", "t2"),
                posts.attack("3", "other", "t2"),
                posts.attack("4", "other", null));

        // Then
        assertThat(incidentId()).isNotNull();
        assertThat(
                        column(
                                "select post_count || '/' || author_count from incident where"
                                        + " staff_id = ?",
                                staffId))
                .containsExactly("4/2");
        assertThat(channels.sentTo(mail)).hasSize(1);
    }

    @Test
    void anotherAuthorInAnotherThreadIsAnotherIncident() {
        // When
        publish(posts.attack("1", "heath", "t1"), posts.attack("2", "other", "t2"));

        // Then
        eventually(
                () ->
                        assertThat(column("select id from incident where staff_id = ?", staffId))
                                .hasSize(2));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(2));
    }

    @Test
    void afterTheWindowAnAttackOpensAnotherIncident() {
        // Given
        publish(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));

        // When
        forward(Duration.ofHours(25));
        publish(posts.attack("2", "heath", "t1"));

        // Then
        eventually(
                () ->
                        assertThat(column("select id from incident where staff_id = ?", staffId))
                                .hasSize(2));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(2));
    }

    @Test
    void anIncidentThatWasResolvedAnHourAgoIsNotExtended() {
        // Given
        publish(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        now(resolve.resolve(incidentId(), "ct", "confirmed", "Talked to her"));
        forward(Duration.ofMinutes(61));

        // When
        publish(posts.attack("2", "heath", "t1"));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(2));
        assertThat(
                        column(
                                "select state from incident where staff_id = ? order by opened_at",
                                staffId))
                .containsExactly("resolved", "open");
    }

    @Test
    void aPileOnIsOneIncidentAndOnePage() {
        // When
        publish(
                IntStream.range(0, 2_000)
                        .mapToObj(i -> posts.attack("p" + i, "author" + i % 500, "t1"))
                        .toArray(AssessmentEvent[]::new));

        // Then
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select post_count || '/' || author_count from"
                                                        + " incident where staff_id = ?",
                                                staffId))
                                .containsExactly("2000/500"));
        assertThat(channels.sentTo(mail)).hasSize(1);
    }
}
