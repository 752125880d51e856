package org.upstander.alert.application.directory;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.upstander.alert.domain.schedule.Schedule;
import org.upstander.alert.domain.schedule.ShiftOverride;
import org.upstander.alert.domain.schedule.TemporarySchedule;

/** A schedule as handed in, unchecked; any part may be null. See {@code Schedule}. */
public record ScheduleDraft(
        String id,
        String displayName,
        String timeZone,
        List<Layer> layers,
        List<Override> overrides,
        List<Temporary> temporary) {

    /**
     * @param every wire name of the unit
     * @param length null means 1
     * @param start local date-time, {@code 2026-01-05T09:00}
     * @param hours null or empty means always
     */
    public record Layer(
            String every, Integer length, String start, List<String> contacts, List<Hours> hours) {}

    /**
     * @param days {@code mon} to {@code sun}; null or empty means every day
     * @param from local time, {@code 09:00}
     * @param to local time, on the next day where it is not after {@code from}
     */
    public record Hours(List<String> days, String from, String to) {}

    /**
     * @param kind wire name
     * @param insteadOf only with the kind {@code replace}
     */
    public record Override(
            String kind, String contactId, String insteadOf, Instant from, Instant to) {}

    public record Temporary(Instant from, Instant to, List<Shift> shifts) {}

    public record Shift(String contactId, Instant from, Instant to) {}

    /** One that is kept already, to be handed in changed. */
    static ScheduleDraft of(Schedule schedule) {
        return new ScheduleDraft(
                schedule.id(),
                schedule.displayName(),
                schedule.zone().getId(),
                schedule.layers().stream().map(ScheduleDraft::of).toList(),
                schedule.overrides().stream().map(ScheduleDraft::of).toList(),
                schedule.temporary().stream().map(ScheduleDraft::of).toList());
    }

    private static Layer of(org.upstander.alert.domain.schedule.Layer layer) {
        return new Layer(
                layer.every().wireName(),
                layer.length(),
                layer.start().toString(),
                layer.contacts(),
                layer.hours().stream()
                        .map(
                                hours ->
                                        new Hours(
                                                hours.days().stream()
                                                        .map(day -> day.name().substring(0, 3))
                                                        .map(day -> day.toLowerCase(Locale.ROOT))
                                                        .toList(),
                                                hours.from().toString(),
                                                hours.to().toString()))
                        .toList());
    }

    private static Override of(ShiftOverride override) {
        return new Override(
                override.kind().wireName(),
                override.contactId(),
                override.insteadOf(),
                override.from(),
                override.to());
    }

    private static Temporary of(TemporarySchedule temporary) {
        return new Temporary(
                temporary.from(),
                temporary.to(),
                temporary.shifts().stream()
                        .map(shift -> new Shift(shift.contactId(), shift.from(), shift.to()))
                        .toList());
    }
}
