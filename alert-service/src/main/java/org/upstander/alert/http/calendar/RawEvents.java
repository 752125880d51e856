package org.upstander.alert.http.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;

/**
 * The events of a calendar as they stand there. The library's own model would take in time zones
 * for all calendars of the process, so only its parser is used.
 */
final class RawEvents implements ContentHandler {

    private static final int MAX_EVENTS = 1_000;
    private static final int MAX_DEPTH = 3;

    /** A line, unfolded. */
    record Line(Map<String, String> parameters, String value) {}

    /** An event's lines, by their names in upper case. */
    record Event(Map<String, List<Line>> lines) {

        List<Line> all(String name) {
            return lines.getOrDefault(name, List.of());
        }

        Optional<Line> one(String name) {
            List<Line> found = all(name);
            if (found.size() > 1) {
                throw new Unreadable("has more than one " + name + "; leave one");
            }
            return found.stream().findFirst();
        }
    }

    private final List<Event> events = new ArrayList<>();
    private int depth;
    private boolean inEvent;
    private Unreadable refused;
    private String name;
    private String value;
    private Map<String, String> parameters = Map.of();

    private RawEvents() {}

    /**
     * @throws Unreadable where it is no calendar
     */
    static List<Event> of(byte[] body) {
        RawEvents read = new RawEvents();
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            new CalendarParserImpl().parse(new StringReader(text), read);
        } catch (CharacterCodingException e) {
            throw new Unreadable("must be iCalendar in UTF-8");
        } catch (ParserException e) {
            throw read.refused != null
                    ? read.refused
                    : new Unreadable(
                            "must be iCalendar (RFC 5545), BEGIN:VCALENDAR to END:VCALENDAR; line %d is not"
                                    .formatted(e.getLineNo()));
        } catch (IOException e) {
            throw new Unreadable("must be iCalendar (RFC 5545) to its end");
        }
        return read.events;
    }

    @Override
    public void startCalendar() {
        depth = 0;
    }

    @Override
    public void endCalendar() {
        depth = 0;
    }

    @Override
    public void startComponent(String component) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw refuse("must be nested at most %d deep".formatted(MAX_DEPTH));
        }
        if (isEvent(component)) {
            if (events.size() == MAX_EVENTS) {
                throw refuse(
                        "must have at most %,d events; hand in a shorter time"
                                .formatted(MAX_EVENTS));
            }
            events.add(new Event(new HashMap<>()));
            inEvent = true;
        }
    }

    @Override
    public void endComponent(String component) {
        if (isEvent(component)) {
            inEvent = false;
        }
        depth--;
    }

    @Override
    public void startProperty(String property) {
        name = property.toUpperCase(Locale.ROOT);
        value = "";
        parameters = new HashMap<>();
    }

    @Override
    public void parameter(String parameter, String given) {
        parameters.put(parameter.toUpperCase(Locale.ROOT), given.replace("\"", ""));
    }

    @Override
    public void propertyValue(String given) {
        value = given.strip();
    }

    @Override
    public void endProperty(String property) {
        // An alarm within an event has times of its own.
        if (inEvent && depth == 1) {
            events.get(events.size() - 1)
                    .lines()
                    .computeIfAbsent(name, any -> new ArrayList<>())
                    .add(new Line(parameters, value));
        }
    }

    /** The parser hides what its handler throws. */
    private Unreadable refuse(String detail) {
        refused = new Unreadable(detail);
        return refused;
    }

    private boolean isEvent(String component) {
        return depth == 1 && component.equalsIgnoreCase("VEVENT");
    }
}
