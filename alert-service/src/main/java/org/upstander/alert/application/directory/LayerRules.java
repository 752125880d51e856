package org.upstander.alert.application.directory;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.upstander.alert.domain.schedule.Hours;
import org.upstander.alert.domain.schedule.Layer;
import org.upstander.alert.domain.schedule.Unit;

/** What a layer of a schedule must look like to be kept. */
final class LayerRules {

    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_CONTACTS = 100;
    private static final int MAX_HOURS = 20;
    private static final int DAYS = 7;
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;

    private LayerRules() {}

    static Optional<Layer> check(ScheduleDraft.Layer draft, String at, Checks checks) {
        if (draft == null) {
            checks.add(at, "must be an object with every, length, start and contacts");
            return Optional.empty();
        }
        Optional<Unit> every = Unit.of(draft.every());
        if (every.isEmpty()) {
            checks.add(at + "/every", "must be one of hour, day, week, month");
        }
        int length = draft.length() == null ? 1 : draft.length();
        if (length < 1 || length > MAX_LENGTH) {
            checks.add(at + "/length", "must be from 1 to %d".formatted(MAX_LENGTH));
        }
        Optional<LocalDateTime> start =
                parsed(
                        draft.start(),
                        LocalDateTime::parse,
                        at + "/start",
                        "a wall time such as 2026-01-05T09:00, without offset",
                        checks);
        if (start.isPresent()
                && (start.get().getYear() < EARLIEST || start.get().getYear() > LATEST)) {
            checks.add(at + "/start", "must lie in the years %d to %d".formatted(EARLIEST, LATEST));
        }
        List<String> contacts = checks.list(at + "/contacts", draft.contacts(), MAX_CONTACTS);
        if (contacts.isEmpty()) {
            checks.add(at + "/contacts", "at least one contact id is required");
        }
        for (int i = 0; i < contacts.size(); i++) {
            checks.id(at + "/contacts/" + i, contacts.get(i));
        }
        List<Hours> hours = hours(draft.hours(), at + "/hours", checks);
        return checks.fine()
                ? Optional.of(
                        new Layer(
                                every.orElseThrow(), length, start.orElseThrow(), contacts, hours))
                : Optional.empty();
    }

    private static List<Hours> hours(List<ScheduleDraft.Hours> draft, String at, Checks checks) {
        List<ScheduleDraft.Hours> given = checks.list(at, draft, MAX_HOURS);
        List<Hours> hours = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            hours(given.get(i), at + "/" + i, checks).ifPresent(hours::add);
        }
        return hours;
    }

    private static Optional<Hours> hours(ScheduleDraft.Hours draft, String at, Checks checks) {
        if (draft == null) {
            checks.add(at, "must be an object with days, from and to");
            return Optional.empty();
        }
        Set<DayOfWeek> days = days(checks.list(at + "/days", draft.days(), DAYS), at, checks);
        Optional<LocalTime> from = time(draft.from(), at + "/from", checks);
        Optional<LocalTime> to = time(draft.to(), at + "/to", checks);
        return from.isPresent() && to.isPresent()
                ? Optional.of(new Hours(days, from.get(), to.get()))
                : Optional.empty();
    }

    private static Set<DayOfWeek> days(List<String> given, String at, Checks checks) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < given.size(); i++) {
            Optional<DayOfWeek> day = day(given.get(i));
            day.ifPresent(days::add);
            if (day.isEmpty()) {
                checks.add(at + "/days/" + i, "must be one of mon, tue, wed, thu, fri, sat, sun");
            }
        }
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    private static Optional<DayOfWeek> day(String name) {
        return EnumSet.allOf(DayOfWeek.class).stream()
                .filter(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static Optional<LocalTime> time(String text, String at, Checks checks) {
        return parsed(text, LocalTime::parse, at, "a wall time such as 09:00", checks);
    }

    private static <T> Optional<T> parsed(
            String text, Function<String, T> parse, String at, String form, Checks checks) {
        try {
            if (text != null) {
                return Optional.of(parse.apply(text));
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        checks.add(at, "must be " + form);
        return Optional.empty();
    }
}
