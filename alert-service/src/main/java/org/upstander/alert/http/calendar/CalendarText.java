package org.upstander.alert.http.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.upstander.alert.application.directory.CalendarFeeds;

/** Shifts as {@code text/calendar} (RFC 5545): times in UTC, lines of at most 75 octets. */
public final class CalendarText {

    private static final int LINE = 75;

    /** Sequence numbers are small integers: seconds since then. */
    private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");

    private CalendarText() {}

    public static byte[] of(CalendarFeeds.Feed feed) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Upstander//alert-service//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", plain("On call: " + feed.name())));
        feed.entries().forEach(entry -> calendar.add(event(entry)));
        return fold(calendar.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(CalendarFeeds.Entry entry) {
        VEvent event = new VEvent(new PropertyList());
        event.add(new Uid(entry.published().uid()));
        event.add(new DtStamp(entry.revisedAt()));
        event.add(new LastModified(entry.revisedAt()));
        event.add(
                new Sequence(
                        (int) Math.max(0, Duration.between(EPOCH, entry.revisedAt()).toSeconds())));
        event.add(new DtStart<>(entry.published().shift().from()));
        event.add(new DtEnd<>(entry.published().shift().to()));
        event.add(new Summary(plain(entry.contact() + " on call (" + entry.schedule() + ")")));
        return event;
    }

    /**
     * Without what could end a line or turn its order round: names are anybody's text, and not
     * every program unescapes as it should.
     */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints()
                .map(
                        point ->
                                switch (Character.getType(point)) {
                                    case Character.CONTROL,
                                            Character.FORMAT,
                                            Character.LINE_SEPARATOR,
                                            Character.PARAGRAPH_SEPARATOR,
                                            Character.SURROGATE ->
                                            ' ';
                                    default -> point;
                                })
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The library counts characters where the RFC counts octets. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (point == '\r' || point == '\n') {
                octets = 0;
            } else if (octets + size > LINE) {
                folded.append("\r\n ");
                octets = 1 + size;
            } else {
                octets += size;
            }
            folded.appendCodePoint(point);
            at += Character.charCount(point);
        }
        return folded.toString();
    }
}
