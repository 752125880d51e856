package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.DeliveryResult.Refused;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.canary.Outlets.HeartbeatLine;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.infrastructure.InfrastructureResource;

/** Somebody outside hears from us once a minute, as long as all is well. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
@WithTestResource(CanaryPeers.class)
class HeartbeatIT extends CanaryTestBase {

    @Inject HeartbeatLine line;

    private void comesBack() {
        publish(assessed(next()));
        eventually(() -> assertThat(age()).isLessThan(YOUNG));
    }

    @Test
    void itBeatsWhileTheCanaryIsYoungAndStopsWhenItIsOld() {
        // Given
        double old = count("heartbeat.withheld", "reason", "canary-old");
        comesBack();

        // When
        forward(MINUTE);

        // Then
        eventually(() -> assertThat(CanaryPeers.pings()).isPositive());

        // When: scoring is silent
        forward(MINUTE.multipliedBy(4));
        eventually(
                () ->
                        assertThat(count("heartbeat.withheld", "reason", "canary-old"))
                                .isGreaterThan(old));
        int heard = CanaryPeers.pings();
        next();
        next();

        // Then
        assertThat(CanaryPeers.pings()).isEqualTo(heard);

        // When: it speaks again
        comesBack();
        forward(MINUTE);

        // Then
        eventually(() -> assertThat(CanaryPeers.pings()).isGreaterThan(heard));
    }

    /** A page that is due and that nobody fires, though canaries come and go. */
    @Test
    void itStopsWhenTimersAreLate() throws SQLException {
        // Given
        directory.policy(
                staffId,
                new EscalationPolicy(
                        "p",
                        "P",
                        List.of(new Step(Duration.ZERO, List.of(new Target.StaffContact()))),
                        3,
                        MINUTE.multipliedBy(10),
                        null));
        publishAndWaitForAll(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        double late = count("heartbeat.withheld", "reason", "timers-late");
        try (Connection holds = connection()) {
            holds.setAutoCommit(false);
            hold(holds, incidentId());
            forward(MINUTE.multipliedBy(30));

            // When
            comesBack();
            int heard = CanaryPeers.pings();
            forward(MINUTE);

            // Then
            eventually(
                    () ->
                            assertThat(count("heartbeat.withheld", "reason", "timers-late"))
                                    .isGreaterThan(late));
            assertThat(CanaryPeers.pings()).isEqualTo(heard);
            holds.rollback();
        }
    }

    private static void hold(Connection connection, String incidentId) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select id from incident where id = ? for update")) {
            lock.setString(1, incidentId);
            lock.executeQuery();
        }
    }

    @Test
    void whatOutsideAnswersDisturbsNothing() {
        // Given
        CanaryPeers.answer(500);
        double failed = count("heartbeat.pings", "outcome", "try-again");
        comesBack();

        // When
        forward(MINUTE);

        // Then
        eventually(
                () ->
                        assertThat(count("heartbeat.pings", "outcome", "try-again"))
                                .isGreaterThan(failed));
        comesBack();
    }

    @Test
    void itGoesPastTheGuard() {
        assertThat(now(line.ping("http://169.254.169.254/ping/x")))
                .isEqualTo(new Refused(FailureKind.BLOCKED_ADDRESS));
    }
}
