package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.encounter;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five nights of contact at three in Berlin: off hours, unless that is when they write anyway. */
class UsualHoursTest {

    private static final Instant FIRST = Instant.parse("2026-11-02T02:00:00Z");

    private final OffHours offHours = new OffHours(OffHours.Settings.USUAL);

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "2,true", "3,false", "5,false"})
    void onHalfOfTheNightsIsUsual(int nights, boolean found) {
        assertThat(find(contacts(), others(nights, Duration.ofMinutes(20))).isPresent())
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"PT1H30M,false", "PT1H31M,true", "-PT1H30M,false", "-PT1H31M,true", "PT12H,true"})
    void onlyTheSameTimeOfDayIs(Duration apart, boolean found) {
        assertThat(find(contacts(), others(5, apart)).isPresent()).isEqualTo(found);
    }

    @Test
    void manyInOneNightAreOneNight() {
        List<Instant> oneNight =
                IntStream.range(0, 40).mapToObj(i -> FIRST.plus(Duration.ofMinutes(i))).toList();

        assertThat(find(contacts(), oneNight)).isPresent();
    }

    @Test
    void theClockGoesOverMidnight() {
        List<Sighting> late =
                IntStream.range(0, 5)
                        .mapToObj(i -> post(i).at(night(i).minus(Duration.ofMinutes(150))).seen())
                        .toList();

        assertThat(find(late, others(5, Duration.ofMinutes(-200)))).isEmpty();
        assertThat(find(late, List.of())).isPresent();
    }

    @Test
    void whatIsLeftMayBeEnough() {
        // Given: at three as others know them, and at five to nobody else
        List<Sighting> both =
                IntStream.range(0, 10)
                        .mapToObj(
                                i ->
                                        post(i).at(night(i / 2).plus(Duration.ofHours(i % 2 * 2L)))
                                                .seen())
                        .toList();
        List<Instant> others = others(5, Duration.ofMinutes(-30));

        // Then: seven posts are a run, and the three of them at five are not enough
        assertThat(offHours.find(encounter(both).writing(others), both.get(0))).isEmpty();
        assertThat(find(contacts(Duration.ofHours(2)), others)).isPresent();
    }

    /** What was written after the run says nothing of it: it was not known then. */
    @Test
    void whatCameLaterDoesNotCount() {
        List<Instant> after =
                others(5, Duration.ofMinutes(20)).stream()
                        .map(one -> one.plus(Duration.ofDays(5)))
                        .toList();

        assertThat(find(contacts(), after)).isPresent();
    }

    private Optional<Finding> find(List<Sighting> seen, List<Instant> elsewhere) {
        return offHours.find(encounter(seen).writing(elsewhere), seen.get(0));
    }

    private static List<Sighting> contacts() {
        return contacts(Duration.ZERO);
    }

    private static List<Sighting> contacts(Duration later) {
        return IntStream.range(0, 5)
                .mapToObj(i -> post(i).at(night(i).plus(later)).seen())
                .toList();
    }

    private static List<Instant> others(int nights, Duration apart) {
        return IntStream.range(0, nights).mapToObj(i -> night(i).plus(apart)).toList();
    }

    private static Instant night(int number) {
        return FIRST.plus(Duration.ofDays(number));
    }
}
