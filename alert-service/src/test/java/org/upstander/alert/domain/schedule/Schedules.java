package org.upstander.alert.domain.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Schedules as the tests need them. */
final class Schedules {

    private Schedules() {}

    static Layer layer(Unit every, int length, String start, String... contacts) {
        return new Layer(every, length, LocalDateTime.parse(start), List.of(contacts), List.of());
    }

    static Layer layer(Hours hours, String start, String... contacts) {
        return new Layer(
                Unit.WEEK, 1, LocalDateTime.parse(start), List.of(contacts), List.of(hours));
    }

    static Schedule of(String zone, Layer... layers) {
        return new Schedule("sc-1", "S", ZoneId.of(zone), List.of(layers), List.of(), List.of());
    }

    static Schedule with(Schedule base, ShiftOverride... overrides) {
        return new Schedule(
                base.id(),
                base.displayName(),
                base.zone(),
                base.layers(),
                List.of(overrides),
                base.temporary());
    }
}
