package org.upstander.alert.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a calendar shows of a schedule. */
class PublishedShiftTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static final Schedule WEEKS =
            Schedules.of("UTC", Schedules.layer(Unit.WEEK, 1, "2026-01-05T09:00", "ct-a", "ct-b"));

    @Test
    void twoWeeksBackToTwelveWeeksAhead() {
        List<PublishedShift> shifts = PublishedShift.of(WEEKS, NOW);

        assertThat(shifts.get(0).shift().from()).isBefore(NOW.minus(Duration.ofDays(14)));
        assertThat(shifts.get(0).shift().to()).isAfter(NOW.minus(Duration.ofDays(14)));
        assertThat(shifts.get(shifts.size() - 1).shift().to())
                .isAfterOrEqualTo(NOW.plus(Duration.ofDays(84)));
        assertThat(shifts.size()).isBetween(14, 17);
    }

    @Test
    void aShiftKeepsItsUidForAsLongAsItIsShown() {
        Map<Instant, String> first = uids(NOW);
        for (int days = 1; days < 30; days++) {
            uids(NOW.plus(Duration.ofDays(days)))
                    .forEach(
                            (from, uid) ->
                                    assertThat(first.getOrDefault(from, uid)).isEqualTo(uid));
        }
    }

    @Test
    void everyShiftHasItsOwnUid() {
        Schedule more =
                Schedules.with(
                        WEEKS,
                        new ShiftOverride(
                                ShiftOverride.Kind.ADD,
                                "ct-c",
                                null,
                                Instant.parse("2026-11-23T09:00:00Z"),
                                Instant.parse("2026-11-30T09:00:00Z")));

        List<PublishedShift> shifts = PublishedShift.of(more, NOW);

        assertThat(shifts).extracting(one -> one.shift().contactId()).contains("ct-c");
        assertThat(shifts).extracting(PublishedShift::uid).doesNotHaveDuplicates();
    }

    @Test
    void anEndlessShiftStaysTheSameWhileWeeksPass() {
        Schedule always =
                Schedules.of("UTC", Schedules.layer(Unit.WEEK, 1, "2020-01-06T09:00", "ct-a"));

        List<PublishedShift> before = PublishedShift.of(always, NOW);
        List<PublishedShift> after = PublishedShift.of(always, NOW.plus(Duration.ofDays(9)));

        assertThat(before).hasSize(1);
        assertThat(after).hasSize(1);
        assertThat(after.get(0).uid()).isEqualTo(before.get(0).uid());
    }

    private static Map<Instant, String> uids(Instant now) {
        return PublishedShift.of(WEEKS, now).stream()
                .collect(Collectors.toMap(one -> one.shift().from(), PublishedShift::uid));
    }
}
