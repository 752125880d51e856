package org.upstander.alert.http.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.application.directory.CalendarFeeds.Entry;
import org.upstander.alert.application.directory.CalendarFeeds.Feed;
import org.upstander.alert.domain.schedule.PublishedShift;
import org.upstander.alert.domain.schedule.Shift;

/** Shifts as other programs read them. */
class CalendarTextTest {

    private static final Instant FROM = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-30T08:00:00Z");

    private static String text(String contact, Instant revisedAt) {
        PublishedShift shift = new PublishedShift("u-1@upstander", new Shift("ct-1", FROM, TO));
        return new String(
                CalendarText.of(
                        new Feed(contact, List.of(new Entry(shift, contact, "Night", revisedAt)))),
                StandardCharsets.UTF_8);
    }

    private static VEvent only(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate(true).hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void aShiftIsAnEventInUtc() throws Exception {
        String text = text("Dana Okafor", Instant.parse("2026-11-20T10:00:00.123456Z"));

        assertThat(text.split("\r\n"))
                .contains(
                        "VERSION:2.0",
                        "UID:u-1@upstander",
                        "DTSTAMP:20261120T100000Z",
                        "SEQUENCE:217332000",
                        "DTSTART:20261123T080000Z",
                        "DTEND:20261130T080000Z",
                        "SUMMARY:Dana Okafor on call (Night)");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(only(text).getSummary().getValue()).isEqualTo("Dana Okafor on call (Night)");
    }

    @Test
    void theSequenceGrowsWithEveryChange() {
        assertThat(text("D", FROM)).contains("SEQUENCE:217584000\r\n");
        assertThat(text("D", FROM.plusSeconds(1))).contains("SEQUENCE:217584001\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\r\nATTENDEE:mailto:eve@example.org",
                "Eve\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nEND:VEVENT",
                "Eve\rURL:https://example.org",
                "Eve\u2028URL:https://example.org",
                "Eve\u0085URL:https://example.org\u0000",
                "Eve\\nURL:https://example.org",
                "Eve;VALUE=URI:https://example.org,\\"
            })
    void aNameAddsNothingToTheCalendar(String name) throws Exception {
        VEvent event = only(text(name, FROM));

        assertThat(event.getProperties())
                .extracting("name")
                .containsExactlyInAnyOrder(
                        "UID",
                        "DTSTAMP",
                        "LAST-MODIFIED",
                        "SEQUENCE",
                        "DTSTART",
                        "DTEND",
                        "SUMMARY");
        assertThat(event.getSummary().getValue()).startsWith("Eve").endsWith("on call (Night)");
    }

    @Test
    void aNameCannotTurnTheLineRound() {
        assertThat(CalendarText.plain("a\u202Eb\u2066c\uD800d")).isEqualTo("a b c d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "漢", "🦊"})
    void noLineIsLongerThan75OctetsAndNoCharacterIsCut(String letter) throws Exception {
        String name = letter.repeat(200);
        String text = text(name, FROM);

        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        assertThat(text).doesNotContain("\uFFFD");
        assertThat(only(text).getSummary().getValue()).isEqualTo(name + " on call (Night)");
    }
}
