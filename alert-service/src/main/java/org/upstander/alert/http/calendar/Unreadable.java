package org.upstander.alert.http.calendar;

/** A part of a calendar that is not understood; the message says the fix. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String detail) {
        super(detail, null, false, false);
    }
}
