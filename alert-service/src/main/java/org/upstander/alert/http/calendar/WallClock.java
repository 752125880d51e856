package org.upstander.alert.http.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import org.upstander.alert.domain.Zones;

/**
 * A time of a calendar.
 *
 * @param local what a clock on the wall shows
 * @param zone where
 * @param wholeDay whether it is a date; then it is that day's beginning
 */
record WallClock(LocalDateTime local, ZoneId zone, boolean wholeDay) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ofPattern("uuuuMMdd"))
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ofPattern("HHmmss"))
                    .toFormatter();
    private static final String SHAPE =
            " must be a date such as 20261123 or a time such as 20261123T090000Z";

    /** All times of a line; those that name no zone are of the schedule's. */
    static List<WallClock> all(String name, RawEvents.Line line, ZoneId home) {
        ZoneId zone = zone(name, line, home);
        List<WallClock> times = new ArrayList<>();
        for (String text : line.value().split(",")) {
            times.add(of(name, text.strip(), zone));
        }
        return times;
    }

    static WallClock one(String name, RawEvents.Line line, ZoneId home) {
        List<WallClock> all = all(name, line, home);
        if (all.size() != 1) {
            throw new Unreadable(name + SHAPE);
        }
        return all.get(0);
    }

    static WallClock of(String name, String text, ZoneId zone) {
        try {
            if (text.length() == 8) {
                return new WallClock(LocalDate.parse(text, DATE).atStartOfDay(), zone, true);
            }
            boolean utc = text.endsWith("Z");
            String local = utc ? text.substring(0, text.length() - 1) : text;
            return new WallClock(
                    LocalDateTime.parse(local, TIME), utc ? ZoneOffset.UTC : zone, false);
        } catch (DateTimeException e) {
            throw new Unreadable(name + SHAPE);
        }
    }

    private static ZoneId zone(String name, RawEvents.Line line, ZoneId home) {
        String id = line.parameters().get("TZID");
        if (id == null) {
            return home;
        }
        try {
            return Zones.of(id);
        } catch (DateTimeException e) {
            throw new Unreadable(
                    "TZID of " + name + " must be an IANA name such as Europe/Berlin, or give UTC");
        }
    }

    Instant instant() {
        return local.atZone(zone).toInstant();
    }

    /** The same instant on another wall. */
    LocalDateTime in(ZoneId other) {
        return LocalDateTime.ofInstant(instant(), other);
    }

    WallClock at(LocalDateTime other) {
        return new WallClock(other, zone, wholeDay);
    }
}
