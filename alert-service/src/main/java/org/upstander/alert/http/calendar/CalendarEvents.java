package org.upstander.alert.http.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.application.directory.CalendarEvent;
import org.upstander.alert.application.directory.CalendarEvent.Times;
import org.upstander.alert.application.directory.Violation;

/** Reads {@code text/calendar} (RFC 5545): its events, at all their times of the next 180 days. */
public final class CalendarEvents {

    private static final Duration AHEAD = Duration.ofDays(180);
    private static final int UID_SHOWN = 100;

    private final ZoneId home;
    private final Instant now;
    private final Map<String, Set<Instant>> moved = new HashMap<>();
    private final List<CalendarEvent> events = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    private CalendarEvents(ZoneId home, Instant now) {
        this.home = home;
        this.now = now;
    }

    /**
     * @param events as they stand there
     * @param violations empty where all of it was understood
     */
    public record Read(List<CalendarEvent> events, List<Violation> violations) {}

    /**
     * @param home zone of the times that name none
     */
    public static Read of(byte[] body, ZoneId home, Instant now) {
        CalendarEvents read = new CalendarEvents(home, now);
        try {
            read.read(RawEvents.of(body));
        } catch (Unreadable e) {
            read.violations.add(new Violation("", e.getMessage()));
        }
        return new Read(read.events, read.violations);
    }

    private void read(List<RawEvents.Event> raw) {
        for (int i = 0; i < raw.size(); i++) {
            RawEvents.Event event = raw.get(i);
            each(i, event, () -> noteMoved(event));
        }
        for (int i = 0; i < raw.size() && violations.isEmpty(); i++) {
            RawEvents.Event event = raw.get(i);
            int place = i;
            each(i, event, () -> events.add(event(place, event)));
        }
    }

    private void each(int place, RawEvents.Event event, Runnable step) {
        try {
            step.run();
        } catch (Unreadable e) {
            violations.add(named(place, event, List.of()).wrong(e.getMessage()));
        } catch (DateTimeException | ArithmeticException e) {
            violations.add(named(place, event, List.of()).wrong("has a time that no clock shows"));
        }
    }

    /** One occurrence that was moved stands as an event of its own. */
    private void noteMoved(RawEvents.Event event) {
        uid(event);
        event.one("RECURRENCE-ID")
                .ifPresent(
                        line -> {
                            if (line.parameters().containsKey("RANGE")) {
                                throw new Unreadable(
                                        "RANGE is not read; end the series and begin a new one");
                            }
                            moved.computeIfAbsent(uid(event), any -> new HashSet<>())
                                    .add(WallClock.one("RECURRENCE-ID", line, home).instant());
                        });
    }

    private CalendarEvent event(int place, RawEvents.Event event) {
        boolean off =
                event.one("STATUS")
                        .filter(status -> status.value().equalsIgnoreCase("CANCELLED"))
                        .isPresent();
        return named(place, event, off ? List.of() : times(event));
    }

    private static CalendarEvent named(int place, RawEvents.Event event, List<Times> times) {
        String uid = event.all("UID").stream().findFirst().map(RawEvents.Line::value).orElse("");
        return new CalendarEvent(
                "/VEVENT/" + place,
                CalendarText.plain(uid.length() > UID_SHOWN ? uid.substring(0, UID_SHOWN) : uid),
                event.all("ATTENDEE").stream()
                        .filter(line -> !"DECLINED".equals(line.parameters().get("PARTSTAT")))
                        .map(line -> line.value().toLowerCase(Locale.ROOT))
                        .map(value -> value.startsWith("mailto:") ? value.substring(7) : value)
                        .toList(),
                event.all("SUMMARY").stream().findFirst().map(CalendarEvents::text).orElse(""),
                times);
    }

    private static String text(RawEvents.Line line) {
        return line.value().replaceAll("\\\\([,;\\\\])", "$1");
    }

    private static String uid(RawEvents.Event event) {
        return event.one("UID")
                .map(RawEvents.Line::value)
                .filter(uid -> !uid.isEmpty())
                .orElseThrow(() -> new Unreadable("has no UID; give it one"));
    }

    private List<Times> times(RawEvents.Event event) {
        WallClock start =
                event.one("DTSTART")
                        .map(line -> WallClock.one("DTSTART", line, home))
                        .orElseThrow(() -> new Unreadable("has no DTSTART; give it one"));
        Length length = length(event, start);
        List<Times> times = new ArrayList<>();
        for (WallClock one : starts(event, start, length)) {
            Times time = new Times(one.instant(), length.end(one));
            if (time.to().isAfter(now) && time.from().isBefore(now.plus(AHEAD))) {
                times.add(time);
            }
        }
        return times;
    }

    private List<WallClock> starts(RawEvents.Event event, WallClock start, Length length) {
        if (!event.all("RDATE").isEmpty() || !event.all("EXRULE").isEmpty()) {
            throw new Unreadable(
                    "RDATE and EXRULE are not read; write those dates as events of their own");
        }
        Optional<RawEvents.Line> rule = event.one("RRULE");
        if (rule.isEmpty() || event.one("RECURRENCE-ID").isPresent()) {
            return List.of(start);
        }
        Set<Instant> without = new HashSet<>(moved.getOrDefault(uid(event), Set.of()));
        Set<LocalDateTime> days = new HashSet<>();
        for (RawEvents.Line line : event.all("EXDATE")) {
            for (WallClock one : WallClock.all("EXDATE", line, start.zone())) {
                without.add(one.instant());
                if (one.wholeDay()) {
                    days.add(one.local());
                }
            }
        }
        LocalDateTime from =
                LocalDateTime.ofInstant(now, start.zone()).minus(length.most()).minusDays(1);
        LocalDateTime to = LocalDateTime.ofInstant(now.plus(AHEAD), start.zone());
        return Recurrence.of(rule.get().value(), start, from, to).stream()
                .map(start::at)
                .filter(one -> !without.contains(one.instant()))
                .filter(one -> !days.contains(one.local().toLocalDate().atStartOfDay()))
                .toList();
    }

    /** Days keep to the wall clock, hours to the stop watch (RFC 5545, 3.3.10 and 3.8.5.3). */
    private record Length(Period days, Duration time) {

        private static final Duration LONGEST = Duration.ofDays(370);

        static Length of(Period days, Duration time) {
            Length length = new Length(days, time);
            if (length.most().isNegative()
                    || length.most().isZero()
                    || length.most().compareTo(LONGEST) > 0) {
                throw new Unreadable("must end after it begins, and last at most 370 days");
            }
            return length;
        }

        Duration most() {
            return time.plusDays(days.getDays());
        }

        Instant end(WallClock start) {
            return start.at(start.local().plus(days)).instant().plus(time);
        }
    }

    private Length length(RawEvents.Event event, WallClock start) {
        Optional<WallClock> end =
                event.one("DTEND").map(line -> WallClock.one("DTEND", line, home));
        if (end.isPresent()) {
            return start.wholeDay() && end.get().wholeDay()
                    ? Length.of(
                            Period.ofDays(
                                    Math.toIntExact(
                                            Duration.between(start.local(), end.get().local())
                                                    .toDays())),
                            Duration.ZERO)
                    : Length.of(
                            Period.ZERO, Duration.between(start.instant(), end.get().instant()));
        }
        return event.one("DURATION")
                .map(line -> duration(line.value()))
                .orElseGet(
                        () -> {
                            if (!start.wholeDay()) {
                                throw new Unreadable("has neither DTEND nor DURATION; give it one");
                            }
                            return Length.of(Period.ofDays(1), Duration.ZERO);
                        });
    }

    private static Length duration(String text) {
        try {
            int time = text.indexOf('T');
            String days = time < 0 ? text : text.substring(0, time);
            return Length.of(
                    days.equals("P") ? Period.ZERO : Period.parse(days),
                    time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time)));
        } catch (DateTimeException e) {
            throw new Unreadable("DURATION must be such as PT8H, P1D or P1W");
        }
    }
}
