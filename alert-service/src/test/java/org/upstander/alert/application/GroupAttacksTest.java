package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.application.MemoryEngine.now;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.application.pattern.NoHistory;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Verdict;

class GroupAttacksTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, 1, false, true",
        "1, 1, true, true",
        "3, 3, false, true",
        "3, 2, false, false",
        "3, 2, true, true",
        "3, 1, true, false"
    })
    void anAttackOnAJuniorCallsOneSeverityEarlier(
            int bar, int severity, boolean junior, boolean calls) {
        // Given
        MemoryStores stores = new MemoryStores();
        EngineSettings settings =
                new EngineSettings(
                        Duration.ofHours(24),
                        Duration.ofHours(1),
                        bar,
                        64,
                        null,
                        null,
                        Locale.ENGLISH);
        GroupAttacks group =
                new GroupAttacks(
                        stores.incidentStore(),
                        new ForgetfulAssessments(),
                        new CallingAttacks(new MatrixPeople(junior), settings),
                        new WeighByEvents(now -> Uni.createFrom().item(List.of()), null, null),
                        settings);

        // When
        take(group, attack(Verdict.ATTACK, severity));
        take(group, attack(Verdict.NEUTRAL, severity));

        // Then
        assertThat(stores.posts).hasSize(calls ? 1 : 0);
    }

    private static void take(GroupAttacks group, Assessment one) {
        WeighFresh weighFresh =
                new WeighFresh(
                        null,
                        new ForgetfulAssessments(),
                        NoHistory.weighing(),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        now(weighFresh.now(List.of(one), NOW).chain(weighed -> group.from(weighed, NOW)));
    }

    private static Assessment attack(Verdict verdict, int severity) {
        return Attacks.by("a" + verdict, verdict.toString(), verdict, severity, NOW);
    }
}
