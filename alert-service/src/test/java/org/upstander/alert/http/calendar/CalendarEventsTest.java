package org.upstander.alert.http.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.application.directory.CalendarEvent;
import org.upstander.alert.application.directory.Violation;

/** Calendars as other programs write them. */
class CalendarEventsTest {

    private static final ZoneId HOME = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static CalendarEvents.Read read(String... events) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (String event : events) {
            text.append("BEGIN:VEVENT\r\n")
                    .append(event.strip().replace("\n", "\r\n"))
                    .append("\r\nEND:VEVENT\r\n");
        }
        return bytes(text.append("END:VCALENDAR\r\n").toString());
    }

    private static CalendarEvents.Read bytes(String text) {
        return CalendarEvents.of(text.getBytes(StandardCharsets.UTF_8), HOME, NOW);
    }

    private static List<String> begins(String... events) {
        CalendarEvents.Read read = read(events);
        assertThat(read.violations()).isEmpty();
        return read.events().stream()
                .flatMap(event -> event.times().stream())
                .map(time -> time.from().toString())
                .toList();
    }

    private static String refusal(String... events) {
        List<Violation> violations = read(events).violations();
        assertThat(violations).hasSize(1);
        return violations.get(0).detail();
    }

    @Test
    void anEventHasItsPeopleItsTitleAndItsTime() {
        CalendarEvents.Read read =
                read(
                        """
                        UID:a-1
                        DTSTART;TZID="Europe/Berlin":20261201T220000
                        DTEND:20261202T050000Z
                        SUMMARY:Okafor\\, Dana
                        ATTENDEE;CN="Dana: Okafor";PARTSTAT=ACCEPTED:mailto:Dana@Example.org
                        ATTENDEE;PARTSTAT=DECLINED:mailto:sam@example.org
                        BEGIN:VALARM
                        ACTION:DISPLAY
                        DURATION:PT1M
                        SUMMARY:another
                        END:VALARM""");

        assertThat(read.violations()).isEmpty();
        assertThat(read.events())
                .containsExactly(
                        new CalendarEvent(
                                "/VEVENT/0",
                                "a-1",
                                List.of("dana@example.org"),
                                "Okafor, Dana",
                                List.of(
                                        new CalendarEvent.Times(
                                                Instant.parse("2026-12-01T21:00:00Z"),
                                                Instant.parse("2026-12-02T05:00:00Z")))));
    }

    @ParameterizedTest
    @CsvSource({
        "20261201T090000, DTEND:20261201T170000, 2026-12-01T08:00:00Z, 2026-12-01T16:00:00Z",
        "20261201T090000, DURATION:PT8H, 2026-12-01T08:00:00Z, 2026-12-01T16:00:00Z",
        "20261201T090000Z, DURATION:P1DT1H, 2026-12-01T09:00:00Z, 2026-12-02T10:00:00Z",
        "20270327, DTEND:20270329, 2027-03-26T23:00:00Z, 2027-03-28T22:00:00Z",
        "20270328, COMMENT:none, 2027-03-27T23:00:00Z, 2027-03-28T22:00:00Z",
        "20261130, DURATION:P1W, 2026-11-29T23:00:00Z, 2026-12-06T23:00:00Z",
    })
    void timesWithoutAZoneAreOfTheSchedulesAndDaysAreAsLongAsTheyAre(
            String start, String end, String from, String to) {
        CalendarEvents.Read read = read("UID:1\nDTSTART:" + start + "\n" + end);

        assertThat(read.violations()).isEmpty();
        assertThat(read.events().get(0).times())
                .containsExactly(new CalendarEvent.Times(Instant.parse(from), Instant.parse(to)));
    }

    @Test
    void aWeeklySeriesKeepsToTheWallClockAndLeavesOutWhatItSays() {
        assertThat(
                        begins(
                                """
                                UID:1
                                DTSTART;TZID=Europe/Berlin:20261102T090000
                                DURATION:PT8H
                                RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;UNTIL=20270111T080000Z
                                EXDATE;TZID=Europe/Berlin:20261201T090000,20261214T090000"""))
                .containsExactly(
                        "2026-11-30T08:00:00Z",
                        "2026-12-15T08:00:00Z",
                        "2026-12-28T08:00:00Z",
                        "2026-12-29T08:00:00Z",
                        "2027-01-11T08:00:00Z");
        assertThat(
                        begins(
                                """
                                UID:1
                                DTSTART;TZID=Europe/Berlin:20270326T090000
                                DURATION:PT8H
                                RRULE:FREQ=DAILY;COUNT=3"""))
                .containsExactly(
                        "2027-03-26T08:00:00Z", "2027-03-27T08:00:00Z", "2027-03-28T07:00:00Z");
    }

    @Test
    void aSeriesCountsFromItsBeginningAndGoesOnFor180Days() {
        assertThat(
                        begins(
                                "UID:1\nDTSTART:20261120T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=8"))
                .containsExactly("2026-11-26T09:00:00Z", "2026-11-27T09:00:00Z");
        assertThat(begins("UID:1\nDTSTART:20251120T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY"))
                .hasSize(180)
                .contains("2026-11-26T09:00:00Z")
                .endsWith("2027-05-24T09:00:00Z");
    }

    @Test
    void whatRunsNowIsTakenWhatIsOverIsNot() {
        assertThat(
                        begins(
                                "UID:1\nDTSTART:20261125T090000Z\nDTEND:20261125T120001Z",
                                "UID:2\nDTSTART:20261125T090000Z\nDTEND:20261125T120000Z"))
                .containsExactly("2026-11-25T09:00:00Z");
    }

    @Test
    void anOccurrenceThatMovedReplacesTheOneOfTheSeriesAndOneThatIsOffLeavesAHole() {
        assertThat(
                        begins(
                                """
                                UID:1
                                DTSTART:20261201T090000Z
                                DURATION:PT1H
                                RRULE:FREQ=DAILY;COUNT=3""",
                                """
                                UID:1
                                RECURRENCE-ID:20261202T090000Z
                                DTSTART:20261202T150000Z
                                DURATION:PT1H""",
                                """
                                UID:1
                                RECURRENCE-ID:20261203T090000Z
                                STATUS:CANCELLED
                                DTSTART:20261203T090000Z
                                DURATION:PT1H"""))
                .containsExactly("2026-12-01T09:00:00Z", "2026-12-02T15:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MONTHLY",
                "FREQ=DAILY;BYHOUR=1",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=WEEKLY;BYDAY=2MO",
                "FREQ=DAILY;COUNT=3;UNTIL=20270101",
                "COUNT=3",
                "FREQ",
                ""
            })
    void anotherRuleIsRefusedAndTheEventIsNamed(String rule) {
        assertThat(refusal("UID:ev-7\nDTSTART:20261201T090000Z\nDURATION:PT1H\nRRULE:" + rule))
                .startsWith("(UID ev-7) RRULE must have FREQ=DAILY or WEEKLY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART;TZID=Mars/Base:20261201T090000|IANA",
                "DTSTART:2026-12-01|DTSTART must be",
                "DTSTART:20261301T090000|DTSTART must be",
                "SUMMARY:x|no DTSTART",
                "DTSTART:20261201T090000Z|neither DTEND nor DURATION",
                "DTSTART:20261201T090000Z\\nDTEND:20261201T090000Z|end after",
                "DTSTART:20261201T090000Z\\nDURATION:soon|DURATION must be",
                "DTSTART:20261201T090000Z\\nDURATION:PT1H\\nRDATE:20261202T090000Z|RDATE",
                "DTSTART:20101201T090000Z\\nDURATION:PT1H\\nRRULE:FREQ=DAILY|at most 5 years ago",
                "DTSTART:20261201T090000Z\\nDURATION:PT1H\\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261201T090000Z|RANGE",
            })
    void whatIsNotUnderstoodIsNamedWithTheFix(String lines, String fix) {
        assertThat(refusal("UID:ev-7\n" + lines.replace("\\n", "\n")))
                .startsWith("(UID ev-7) ")
                .contains(fix);
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        assertThat(bytes("").violations()).hasSize(1);
        assertThat(bytes("{\"a\":1}").violations()).hasSize(1);
        assertThat(bytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n").violations()).hasSize(1);
        assertThat(
                        CalendarEvents.of(new byte[] {(byte) 0xC3, 0x28}, HOME, NOW)
                                .violations()
                                .get(0)
                                .detail())
                .contains("UTF-8");
    }

    @Test
    void aCalendarThatIsNestedOrLongWithoutEndIsRefused() {
        assertThat(
                        bytes("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n".repeat(18_000))
                                .violations()
                                .get(0)
                                .detail())
                .contains("3 deep");
        String event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20201201\r\nEND:VEVENT\r\n";
        assertThat(
                        bytes("BEGIN:VCALENDAR\r\n" + event.repeat(1_001) + "END:VCALENDAR\r\n")
                                .violations()
                                .get(0)
                                .detail())
                .contains("1,000");
    }

    @Test
    void aHostileUidIsShownWithoutItsControlCharacters() {
        assertThat(refusal("UID:a\u0007b\u202E" + "c".repeat(300) + "\nSUMMARY:x"))
                .startsWith("(UID ab c")
                .hasSizeLessThan(200);
    }
}
