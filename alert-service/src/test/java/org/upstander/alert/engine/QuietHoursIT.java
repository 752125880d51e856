package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.QuietHours;
import org.upstander.infrastructure.InfrastructureResource;

/** Who sleeps is left alone as long as somebody else is called. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class QuietHoursIT extends EscalationTestBase {

    @Test
    void whoeverIsAwakeIsCalledInstead() {
        // Given
        String second = second();
        directory.quiet(contactId, quietNow(4), mail(mail));
        directory.policy(staffId, both());

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        assertThat(channels.sentTo(mail)).isEmpty();
        assertThat(reasons()).anyMatch(reason -> reason.contains("quiet hours"));
    }

    @Test
    void anAttackThatWeighsEnoughCallsBoth() {
        // Given
        String second = second();
        directory.quiet(contactId, quietNow(1), mail(mail));
        directory.policy(staffId, both());

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
    }

    @Test
    void nobodySleepsWhileNobodyElseIsCalled() {
        // Given
        directory.quiet(contactId, quietNow(4), mail(mail));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
    }

    private QuietHours quietNow(int override) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new QuietHours(
                now.minusHours(2), now.plusHours(2), EnumSet.allOf(DayOfWeek.class), override);
    }

    private EscalationPolicy both() {
        return new EscalationPolicy(
                "p",
                "P",
                List.of(
                        new Step(
                                Duration.ZERO,
                                List.of(
                                        new Target.StaffContact(),
                                        new Target.NamedContact("second-" + contactId)))),
                0,
                Duration.ofMinutes(10),
                "last-" + contactId);
    }
}
