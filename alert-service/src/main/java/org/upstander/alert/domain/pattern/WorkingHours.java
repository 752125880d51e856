package org.upstander.alert.domain.pattern;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When somebody is at work, as it is told: {@code Mon-Fri 09:00-17:30}, several of them with commas
 * or semicolons between, also of days and of hours: {@code Mon, Wed 09:00-12:00, 13:00-17:30}.
 * Where nothing is told, or not like that, it is Monday to Friday, 8 to 18.
 *
 * @param zone where they live
 * @param shifts of a week
 */
public record WorkingHours(ZoneId zone, List<Shift> shifts) {

    /** Members have evenings: before eleven many write who mean nothing by it. */
    private static final LocalTime EVENING = LocalTime.of(23, 0);

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final List<Shift> USUAL =
            List.of(
                    new Shift(
                            DayOfWeek.MONDAY,
                            DayOfWeek.FRIDAY,
                            LocalTime.of(8, 0),
                            LocalTime.of(18, 0)));
    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int MOST_SHIFTS = 50;
    private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}";
    private static final String TIME = "(\\d{1,2}):(\\d{2})";
    private static final String TO = "\\s?(?:[-–—]|to)\\s?";

    /** Days, or hours on the days before them. */
    static final Pattern PART =
            Pattern.compile("\\b" + DAY + "(?:" + TO + DAY + ")?|" + TIME + TO + TIME);

    public WorkingHours {
        shifts = List.copyOf(shifts);
    }

    /**
     * @param first day of the week
     * @param last day of the week, that one included
     * @param from when it begins
     * @param to when it ends; before the beginning: on the next day
     */
    public record Shift(DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime to) {

        private boolean covers(ZonedDateTime at) {
            LocalTime time = at.toLocalTime();
            if (from.isBefore(to)) {
                return isOn(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
            }
            return isOn(at.getDayOfWeek()) && !time.isBefore(from)
                    || isOn(at.getDayOfWeek().minus(1)) && time.isBefore(to);
        }

        private boolean isOn(DayOfWeek day) {
            int length = Math.floorMod(last.getValue() - first.getValue(), 7);
            return Math.floorMod(day.getValue() - first.getValue(), 7) <= length;
        }
    }

    /**
     * @param told or null
     */
    public static WorkingHours of(String told, ZoneId zone) {
        List<Shift> shifts = new ArrayList<>();
        List<Shift> days = new ArrayList<>();
        boolean timed = false;
        Matcher part = PART.matcher(told == null ? "" : told.toLowerCase(Locale.ROOT));
        while (part.find() && shifts.size() + days.size() < MOST_SHIFTS) {
            if (part.group(1) != null) {
                if (timed) {
                    days.clear();
                    timed = false;
                }
                days.add(allDay(part.group(1), part.group(2)));
            } else {
                timed = true;
                LocalTime from = time(part.group(3), part.group(4));
                LocalTime to = time(part.group(5), part.group(6));
                if (from != null && to != null) {
                    days.forEach(day -> shifts.add(new Shift(day.first(), day.last(), from, to)));
                }
            }
        }
        return new WorkingHours(zone, shifts.isEmpty() ? USUAL : shifts);
    }

    private static Shift allDay(String first, String last) {
        return new Shift(
                day(first),
                day(last == null ? first : last),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT);
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.of(DAYS.indexOf(name) + 1);
    }

    /** Null where no clock shows that; 24:00 is midnight. */
    private static LocalTime time(String hour, String minute) {
        int hours = Integer.parseInt(hour);
        int minutes = Integer.parseInt(minute);
        if (hours == 24 && minutes == 0) {
            return LocalTime.MIDNIGHT;
        }
        return hours < 24 && minutes < 60 ? LocalTime.of(hours, minutes) : null;
    }

    /** Whether they are at work then. */
    public boolean covers(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return shifts.stream().anyMatch(shift -> shift.covers(local));
    }

    /** Whether it is night where they live, and they do not work then. */
    public boolean isNight(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return (!time.isBefore(EVENING) || time.isBefore(MORNING)) && !covers(at);
    }
}
