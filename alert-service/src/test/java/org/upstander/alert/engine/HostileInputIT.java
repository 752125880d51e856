package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** What cannot be read or stored hinders nothing else. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class HostileInputIT extends EngineTestBase {

    @Test
    void hostileTextIsStored() {
        // When
        publish(
                posts.assessment(
                        "1",
                        "r1",
                        "he\u0000ath\uD800",
                        "t1",
                        "attack",
                        2,
                        "nul\u0000 half\uDC00 'x"));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(column("select text from evidence where incident_id = ?", incidentId()).get(0))
                .startsWith("nul\uFFFD half")
                .endsWith("'x");
    }

    @Test
    void whatCannotBeReadIsSetAsideAndTheRestGoesOn() throws Exception {
        // Given
        DeadLetterReader deadLetters = new DeadLetterReader();

        // When
        publish(staffId, EventTypes.ASSESSMENT, "{broken".getBytes(StandardCharsets.UTF_8));
        publish(staffId, "org.upstander.assessment.v2", "{}".getBytes(StandardCharsets.UTF_8));
        publish(staffId, EventTypes.ASSESSMENT, "{}".getBytes(StandardCharsets.UTF_8));
        publish(staffId, EventTypes.ASSESSMENT, null);
        publish(posts.attack("1", "heath", "t1"));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(deadLetters.reasons(staffId, 4))
                .containsExactlyInAnyOrder("unreadable", "unknown-type", "invalid", "unreadable");
    }

    @Test
    void aValueThatTheDatabaseRefusesIsFoundAndSetAside() {
        // Given
        DeadLetterReader deadLetters = new DeadLetterReader();
        AssessmentEvent good = posts.attack("1", "heath", "t1");
        AssessmentEvent bad = posts.assessment("2", "r1", "heath", "t1", "attack", 2, "x");

        // When
        publish(good, withDate(bad), posts.attack("3", "other", "t2"));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(2));
        assertThat(deadLetters.reasons(staffId, 1)).containsExactly("invalid");
    }

    /** A date that Java knows and PostgreSQL does not. */
    private static AssessmentEvent withDate(AssessmentEvent event) {
        return new AssessmentEvent(
                event.assessmentId(),
                event.postId(),
                event.revision(),
                event.staffId(),
                event.source(),
                event.externalId(),
                event.author(),
                event.thread(),
                event.url(),
                Instant.parse("+999999999-01-01T00:00:00Z"),
                event.assessedAt(),
                event.verdict(),
                event.severity(),
                event.score(),
                event.categories(),
                event.binding(),
                event.evidence(),
                event.spam(),
                event.language(),
                event.model(),
                event.text(),
                event.shadow(),
                event.receivedAt());
    }
}
