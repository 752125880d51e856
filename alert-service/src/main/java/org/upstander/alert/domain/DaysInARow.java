package org.upstander.alert.domain;

import java.time.LocalDate;
import java.util.Set;

/** How long somebody had no day off from it. */
final class DaysInARow {

    private DaysInARow() {}

    /** Days one after another up to today; a today that is still quiet does not end them. */
    static long upTo(LocalDate today, Set<LocalDate> days) {
        LocalDate day = days.contains(today) ? today : today.minusDays(1);
        long count = 0;
        while (days.contains(day)) {
            count++;
            day = day.minusDays(1);
        }
        return count;
    }
}
