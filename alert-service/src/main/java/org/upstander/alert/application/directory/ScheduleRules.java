package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.schedule.Layer;
import org.upstander.alert.domain.schedule.Schedule;
import org.upstander.alert.domain.schedule.Shift;
import org.upstander.alert.domain.schedule.ShiftOverride;
import org.upstander.alert.domain.schedule.ShiftOverride.Kind;
import org.upstander.alert.domain.schedule.TemporarySchedule;

/** What a schedule must look like to be kept. */
@ApplicationScoped
class ScheduleRules {

    private static final int MAX_LAYERS = 20;
    private static final int MAX_OVERRIDES = 500;
    private static final int MAX_TEMPORARY = 50;
    private static final int MAX_SHIFTS = 500;

    /**
     * @return the schedule, or empty where it is too far from one
     */
    Optional<Schedule> check(ScheduleDraft draft, Checks checks) {
        checks.id("/id", draft.id());
        String name = checks.text("/displayName", draft.displayName());
        List<ScheduleDraft.Layer> given = checks.list("/layers", draft.layers(), MAX_LAYERS);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            LayerRules.check(given.get(i), "/layers/" + i, checks).ifPresent(layers::add);
        }
        Schedule schedule =
                new Schedule(
                        draft.id(),
                        name,
                        checks.zone("/timeZone", draft.timeZone()),
                        layers,
                        overrides(draft, checks),
                        temporary(draft, checks));
        return checks.fine() ? Optional.of(schedule) : Optional.empty();
    }

    private static List<ShiftOverride> overrides(ScheduleDraft draft, Checks checks) {
        List<ScheduleDraft.Override> given =
                checks.list("/overrides", draft.overrides(), MAX_OVERRIDES);
        List<ShiftOverride> overrides = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            override(given.get(i), "/overrides/" + i, checks).ifPresent(overrides::add);
        }
        return overrides;
    }

    private static Optional<ShiftOverride> override(
            ScheduleDraft.Override draft, String at, Checks checks) {
        if (draft == null) {
            checks.add(at, "must be an object with kind, contactId, from and to");
            return Optional.empty();
        }
        Optional<Kind> kind = Kind.of(draft.kind());
        if (kind.isEmpty()) {
            checks.add(at + "/kind", "must be one of replace, add, remove");
        }
        checks.id(at + "/contactId", draft.contactId());
        checks.optionalId(at + "/insteadOf", draft.insteadOf());
        if (draft.insteadOf() != null && kind.isPresent() && kind.get() != Kind.REPLACE) {
            checks.add(at + "/insteadOf", "fits the kind replace only; leave it out");
        }
        boolean span = span(draft.from(), draft.to(), at, checks);
        return kind.filter(known -> span)
                .map(
                        known ->
                                new ShiftOverride(
                                        known,
                                        draft.contactId(),
                                        draft.insteadOf(),
                                        draft.from(),
                                        draft.to()));
    }

    private static List<TemporarySchedule> temporary(ScheduleDraft draft, Checks checks) {
        List<ScheduleDraft.Temporary> given =
                checks.list("/temporary", draft.temporary(), MAX_TEMPORARY);
        List<TemporarySchedule> kept = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String at = "/temporary/" + i;
            Optional<TemporarySchedule> one = temporary(given.get(i), at, checks);
            if (one.isPresent() && kept.stream().anyMatch(other -> overlap(one.get(), other))) {
                checks.add(at, "overlaps another temporary schedule; join them into one");
            }
            one.ifPresent(kept::add);
        }
        return kept;
    }

    private static Optional<TemporarySchedule> temporary(
            ScheduleDraft.Temporary draft, String at, Checks checks) {
        if (draft == null) {
            checks.add(at, "must be an object with from, to and shifts");
            return Optional.empty();
        }
        boolean span = span(draft.from(), draft.to(), at, checks);
        List<ScheduleDraft.Shift> given = checks.list(at + "/shifts", draft.shifts(), MAX_SHIFTS);
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            shift(given.get(i), at + "/shifts/" + i, checks).ifPresent(shifts::add);
        }
        return span
                ? Optional.of(new TemporarySchedule(draft.from(), draft.to(), shifts))
                : Optional.empty();
    }

    private static Optional<Shift> shift(ScheduleDraft.Shift draft, String at, Checks checks) {
        if (draft == null) {
            checks.add(at, "must be an object with contactId, from and to");
            return Optional.empty();
        }
        checks.id(at + "/contactId", draft.contactId());
        return span(draft.from(), draft.to(), at, checks)
                ? Optional.of(new Shift(draft.contactId(), draft.from(), draft.to()))
                : Optional.empty();
    }

    private static boolean span(Instant from, Instant to, String at, Checks checks) {
        if (from == null || to == null) {
            checks.add(at + (from == null ? "/from" : "/to"), "is required, in UTC");
            return false;
        }
        if (!from.isBefore(to)) {
            checks.add(at + "/to", "must be later than from");
            return false;
        }
        return true;
    }

    private static boolean overlap(TemporarySchedule one, TemporarySchedule other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }
}
