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
 * or semicolons between. Where nothing is told, or not like that, it is Monday to Friday, 8 to 18.
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
    private static final Pattern SHIFT =
            Pattern.compile(
                    "(mon|tue|wed|thu|fri|sat|sun)\\w{0,6}(?:\\s?[-–]\\s?(mon|tue|wed|thu|fri|sat|sun)\\w{0,6})?"
                            + "\\s{1,3}(\\d{1,2}):(\\d{2})\\s?[-–]\\s?(\\d{1,2}):(\\d{2})");

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
        Matcher found = SHIFT.matcher(told == null ? "" : told.toLowerCase(Locale.ROOT));
        while (found.find()) {
            LocalTime from = time(found.group(3), found.group(4));
            LocalTime to = time(found.group(5), found.group(6));
            if (from != null && to != null) {
                DayOfWeek first = day(found.group(1));
                shifts.add(
                        new Shift(
                                first,
                                found.group(2) == null ? first : day(found.group(2)),
                                from,
                                to));
            }
        }
        return new WorkingHours(zone, shifts.isEmpty() ? USUAL : shifts);
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
