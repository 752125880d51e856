package org.upstander.alert.http.calendar;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;

/**
 * An {@code RRULE} of days or weeks. Others are refused: one line could ask for a shift a second.
 */
final class Recurrence {

    /** The rule is walked from its beginning. */
    private static final int MAX_YEARS = 5;

    private static final Map<String, Pattern> KNOWN =
            Map.of(
                    "FREQ", Pattern.compile("DAILY|WEEKLY"),
                    "INTERVAL", Pattern.compile("0*[1-9]\\d{0,2}"),
                    "COUNT", Pattern.compile("0*[1-9]\\d{0,3}"),
                    "UNTIL", Pattern.compile("\\d{8}(T\\d{6}Z?)?"),
                    "BYDAY",
                            Pattern.compile("(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6}"),
                    "WKST", Pattern.compile("MO|TU|WE|TH|FR|SA|SU"));

    private Recurrence() {}

    /**
     * @param from no earlier ones
     * @param to no later ones
     * @return on the wall of the start's zone
     */
    static List<LocalDateTime> of(
            String rule, WallClock start, LocalDateTime from, LocalDateTime to) {
        Map<String, String> parts = parts(rule);
        if (start.local().isBefore(from.minusYears(MAX_YEARS))) {
            throw new Unreadable(
                    "with RRULE must begin at most %d years ago; let DTSTART be later"
                            .formatted(MAX_YEARS));
        }
        if (start.local().isAfter(to)) {
            return List.of();
        }
        parts.computeIfPresent("UNTIL", (key, text) -> until(text, start));
        String clean =
                parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + part.getValue())
                        .collect(Collectors.joining(";"));
        return new Recur<LocalDateTime>(clean).getDates(start.local(), from, to);
    }

    private static Map<String, String> parts(String rule) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : rule.toUpperCase(Locale.ROOT).split(";")) {
            int is = part.indexOf('=');
            String key = is < 0 ? part : part.substring(0, is).strip();
            String value = is < 0 ? "" : part.substring(is + 1).strip();
            if (!KNOWN.containsKey(key)
                    || !KNOWN.get(key).matcher(value).matches()
                    || parts.put(key, value) != null) {
                throw refused();
            }
        }
        if (!parts.containsKey("FREQ")
                || parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
            throw refused();
        }
        return parts;
    }

    private static Unreadable refused() {
        return new Unreadable(
                "RRULE must have FREQ=DAILY or WEEKLY, and of the rest only INTERVAL to 999, COUNT to 9999 or UNTIL, BYDAY without numbers, and WKST; write other dates as events of their own");
    }

    /** On the wall of the start, as the library compares them; a date is until its end. */
    private static String until(String text, WallClock start) {
        WallClock until = WallClock.of("UNTIL", text, start.zone());
        LocalDateTime local =
                until.wholeDay()
                        ? until.local().plusDays(1).minusSeconds(1)
                        : until.in(start.zone());
        return local.format(
                java.time.format.DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT));
    }
}
