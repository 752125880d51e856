package org.upstander.alert.application.directory;

import java.time.Instant;
import java.util.List;

/**
 * An event of a calendar that was handed in, with every time at which it takes place.
 *
 * @param pointer where it stands, {@code /VEVENT/3}, from 0
 * @param uid its own id, fit to be shown
 * @param mails addresses of those who attend, in lower case
 * @param summary its title, or the empty text
 * @param times none where all of them are over, far ahead or called off
 */
public record CalendarEvent(
        String pointer, String uid, List<String> mails, String summary, List<Times> times) {

    public CalendarEvent {
        mails = List.copyOf(mails);
        times = List.copyOf(times);
    }

    /**
     * @param from first instant
     * @param to first instant after it
     */
    public record Times(Instant from, Instant to) {}

    /** What is wrong with it; names the event. */
    public Violation wrong(String detail) {
        return new Violation(pointer, "(UID " + uid + ") " + detail);
    }
}
