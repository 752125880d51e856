package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoseTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T12:30:00Z");
    private static final Dose.Budget BUDGET = new Dose.Budget(10, 1, 2);

    @Test
    void attacksAndNightsAreOfAWeekWhereSheLives() {
        // Given: 22:00 and 04:00 of one night, noon, and a night more than a week ago
        Dose dose =
                dose(
                        hour("2026-11-22T21:00:00Z", 3),
                        hour("2026-11-23T03:00:00Z", 2),
                        hour("2026-11-20T11:00:00Z", 5),
                        hour("2026-11-16T03:00:00Z", 40));

        assertThat(dose).isEqualTo(new Dose(10, 1, 2, false, null));
    }

    @Test
    void daysInARowGoOnUntilThereIsOneWithoutAnAttack() {
        // Given: the 21st, 22nd and 23rd by the clock of Berlin, and the 19th
        Dose dose =
                dose(
                        hour("2026-11-23T10:00:00Z", 1),
                        hour("2026-11-21T23:00:00Z", 1),
                        hour("2026-11-21T08:00:00Z", 1),
                        hour("2026-11-19T08:00:00Z", 1));

        assertThat(dose.consecutiveDays()).isEqualTo(3);
        assertThat(dose.overBudget()).isTrue();
        assertThat(dose.hint())
                .isEqualTo(
                        "3 days in a row (2 at most): let a colleague take their place for a while, and ask how they are");
    }

    @Test
    void aQuietMorningDoesNotEndTheDaysBeforeIt() {
        assertThat(
                        dose(hour("2026-11-22T10:00:00Z", 1), hour("2026-11-21T10:00:00Z", 1))
                                .consecutiveDays())
                .isEqualTo(2);
        assertThat(dose(hour("2026-11-21T10:00:00Z", 1)).consecutiveDays()).isZero();
        assertThat(dose()).isEqualTo(new Dose(0, 0, 0, false, null));
    }

    @Test
    void theHintNamesAllThatIsTooMuch() {
        Dose dose =
                Dose.of(
                        IntStream.range(0, 5)
                                .mapToObj(
                                        day ->
                                                new Dose.Hour(
                                                        NOW.minusSeconds(day * 86_400L + 36_000),
                                                        3))
                                .toList(),
                        BERLIN,
                        NOW,
                        BUDGET);

        assertThat(dose.hint())
                .startsWith(
                        "15 attacks within 7 days (10 at most), 5 nights with attacks within 7 days (1 at most), 5 days in a row (2 at most): ");
    }

    private static Dose dose(Dose.Hour... hours) {
        return Dose.of(List.of(hours), BERLIN, NOW, BUDGET);
    }

    private static Dose.Hour hour(String begin, long attacks) {
        return new Dose.Hour(Instant.parse(begin), attacks);
    }
}
