package org.upstander.alert.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is added to a schedule that has something already. */
class ScheduleImportTest {

    private static final Schedule BASE =
            Schedules.of("UTC", Schedules.layer(Unit.WEEK, 1, "2026-01-05T09:00", "ct-a"));

    private static Instant day(int day) {
        return Instant.parse("2026-12-%02dT00:00:00Z".formatted(day));
    }

    private static TemporarySchedule span(int from, int to, String contact) {
        return new TemporarySchedule(
                day(from), day(to), List.of(new Shift(contact, day(from), day(to))));
    }

    @Test
    void aTemporaryScheduleTakesThePlaceOfOthersInItsSpanOnly() {
        Schedule before = BASE.with(span(1, 20, "ct-b")).with(span(22, 24, "ct-c"));

        Schedule after = before.with(span(5, 23, "ct-d"));

        assertThat(after.temporary())
                .containsExactly(span(1, 5, "ct-b"), span(5, 23, "ct-d"), span(23, 24, "ct-c"));
        assertThat(after.with(span(5, 23, "ct-d"))).isEqualTo(after);
        assertThat(after.with(span(10, 12, "ct-e")).temporary())
                .containsExactly(
                        span(1, 5, "ct-b"),
                        span(5, 10, "ct-d"),
                        span(10, 12, "ct-e"),
                        span(12, 23, "ct-d"),
                        span(23, 24, "ct-c"));
    }

    @Test
    void anOverrideIsAddedOnce() {
        ShiftOverride one = new ShiftOverride(ShiftOverride.Kind.ADD, "ct-b", null, day(1), day(2));
        ShiftOverride other =
                new ShiftOverride(ShiftOverride.Kind.ADD, "ct-c", null, day(1), day(2));

        Schedule after = BASE.with(List.of(one)).with(List.of(other, one));

        assertThat(after.overrides()).containsExactly(one, other);
        assertThat(after.onCall(day(1))).containsExactly("ct-a", "ct-b", "ct-c");
    }
}
