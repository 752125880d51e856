package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.domain.schedule.Schedule;
import org.upstander.alert.domain.schedule.Shift;
import org.upstander.alert.domain.schedule.ShiftOverride;
import org.upstander.alert.domain.schedule.TemporarySchedule;

/** Takes the events of a calendar into a schedule: all of them, or none. */
@Singleton
public class ImportShifts {

    private final Transactions transactions;
    private final DirectoryStores stores;
    private final ScheduleDirectory schedules;

    ImportShifts(Transactions transactions, DirectoryStores stores, ScheduleDirectory schedules) {
        this.transactions = transactions;
        this.stores = stores;
        this.schedules = schedules;
    }

    /** What the events become. */
    public enum As {
        /** Shifts of a temporary schedule, from the first one's beginning to the last one's end. */
        TEMPORARY,
        /** Overrides by which somebody more is on call. */
        ADD
    }

    /**
     * What became of an import.
     *
     * @param schedule as after a PUT; empty where there is none
     * @param shifts how many the calendar has
     */
    public record Outcome(Optional<PutResult<Schedule>> schedule, int shifts) {}

    /** The same calendar again changes nothing. */
    public Uni<Outcome> take(String id, As as, List<CalendarEvent> events) {
        return transactions.run(
                () ->
                        stores.schedules()
                                .lock(id)
                                .chain(
                                        known ->
                                                known.isPresent()
                                                        ? into(known.get().value(), as, events)
                                                        : Uni.createFrom()
                                                                .item(
                                                                        new Outcome(
                                                                                Optional.empty(),
                                                                                0))));
    }

    private Uni<Outcome> into(Schedule schedule, As as, List<CalendarEvent> events) {
        return stores.contacts()
                .page("", Integer.MAX_VALUE)
                .map(all -> new EventPeople(all.stream().map(Stored::value).toList()))
                .chain(
                        people -> {
                            List<Violation> wrong = new ArrayList<>();
                            List<Shift> shifts = shifts(events, people, wrong);
                            return wrong.isEmpty()
                                    ? keep(schedule, as, shifts)
                                    : Uni.createFrom()
                                            .item(
                                                    new Outcome(
                                                            Optional.of(
                                                                    new PutResult.Refused<>(wrong)),
                                                            0));
                        });
    }

    private Uni<Outcome> keep(Schedule schedule, As as, List<Shift> shifts) {
        Schedule changed = as == As.ADD ? added(schedule, shifts) : temporary(schedule, shifts);
        return schedules
                .put(schedule.id(), ScheduleDraft.of(changed), Optional.empty())
                .map(result -> new Outcome(Optional.of(result), shifts.size()));
    }

    private static List<Shift> shifts(
            List<CalendarEvent> events, EventPeople people, List<Violation> wrong) {
        Set<Shift> shifts = new LinkedHashSet<>();
        for (CalendarEvent event : events) {
            if (event.times().isEmpty()) {
                continue; // over, or called off: it may name somebody who left
            }
            for (String contactId : people.of(event, wrong)) {
                event.times()
                        .forEach(time -> shifts.add(new Shift(contactId, time.from(), time.to())));
            }
        }
        if (shifts.isEmpty() && wrong.isEmpty()) {
            wrong.add(
                    new Violation(
                            "/VEVENT",
                            "none ends after now and begins within 180 days; hand in a calendar with coming shifts"));
        }
        return shifts.stream()
                .sorted(Comparator.comparing(Shift::from).thenComparing(Shift::contactId))
                .toList();
    }

    private static Schedule added(Schedule schedule, List<Shift> shifts) {
        return schedule.with(
                shifts.stream()
                        .map(
                                shift ->
                                        new ShiftOverride(
                                                ShiftOverride.Kind.ADD,
                                                shift.contactId(),
                                                null,
                                                shift.from(),
                                                shift.to()))
                        .toList());
    }

    private static Schedule temporary(Schedule schedule, List<Shift> shifts) {
        return schedule.with(
                new TemporarySchedule(
                        shifts.get(0).from(),
                        shifts.stream().map(Shift::to).max(Comparator.naturalOrder()).orElseThrow(),
                        shifts));
    }
}
