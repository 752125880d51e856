package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.BERLIN;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write of their hours, on the week from Monday, the 23rd of November 2026. */
class WorkingHoursTest {

    private static final WorkingHours USUAL = WorkingHours.of(null, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon-Fri 09:00-17:30 | 23T08:59 | false",
                "Mon-Fri 09:00-17:30 | 23T09:00 | true",
                "Mon-Fri 09:00-17:30 | 27T17:29 | true",
                "Mon-Fri 09:00-17:30 | 27T17:30 | false",
                "Mon-Fri 09:00-17:30 | 28T12:00 | false",
                "Mon-Thu 09:00-17:30, Sat 10:00-14:00 | 28T12:00 | true",
                "Mon-Thu 09:00-17:30, Sat 10:00-14:00 | 27T12:00 | false",
                "Mon-Thu 09:00-17:30; Sat 10:00-14:00 | 28T12:00 | true",
                "Mon, Wed, Fri 09:00-17:30 | 23T12:00 | true",
                "Mon, Wed, Fri 09:00-17:30 | 24T12:00 | false",
                "Mon, Wed, Fri 09:00-17:30 | 27T12:00 | true",
                "Mon-Fri 09:00-12:00, 13:00-17:30 | 24T11:00 | true",
                "Mon-Fri 09:00-12:00, 13:00-17:30 | 24T12:30 | false",
                "Mon-Fri 09:00-12:00, 13:00-17:30 | 24T14:00 | true",
                "Mon 09:00-12:00, Tue 13:00-17:30 | 23T14:00 | false",
                "Monday-Friday 09:00-17:30 | 27T12:00 | true",
                "wednesday – saturday 9:00 – 17:30 | 28T12:00 | true",
                "THURSDAY 09:00-17:30 | 26T12:00 | true",
                "Mon to Fri 09:00 to 17:30 | 25T12:00 | true",
                "Fri-Mon 09:00-17:30 | 29T12:00 | true",
                "Fri-Mon 09:00-17:30 | 25T12:00 | false",
                "Mon-Fri 22:00-06:00 | 23T21:59 | false",
                "Mon-Fri 22:00-06:00 | 23T23:00 | true",
                "Mon-Fri 22:00-06:00 | 24T05:59 | true",
                "Mon-Fri 22:00-06:00 | 24T06:00 | false",
                "Mon-Fri 22:00-06:00 | 28T05:00 | true",
                "Mon-Fri 22:00-06:00 | 28T23:00 | false",
                "Mon-Fri 22:00-06:00 | 23T05:00 | false",
                "Mon 16:00-24:00 | 23T23:59 | true",
                "Mon 16:00-24:00 | 24T00:00 | false",
                "Sat-Sun 00:00-24:00 | 28T00:00 | true",
                "Sat-Sun 00:00-24:00 | 29T23:59 | true",
                "Sat-Sun 00:00-24:00 | 30T00:00 | false"
            })
    void itReadsWhatPeopleWrite(String told, String at, boolean atWork) {
        assertThat(WorkingHours.of(told, ZoneOffset.UTC).covers(utc(at))).isEqualTo(atWork);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "always",
                "09:00-17:30",
                "Mon-Fri",
                "Mon-Fri 9-17",
                "Mon-Fri 25:00-26:00",
                "Mon-Fri 09:60-17:00",
                "salmon 09:00-17:00",
                "Lun-Ven 09:00-17:00",
                "Mon-Fri ٠٩:٠٠-١٧:٠٠"
            })
    void whatIsNotToldLikeThatIsMondayToFridayFromEightToSix(String told) {
        assertThat(WorkingHours.of(told, ZoneOffset.UTC)).isEqualTo(USUAL);
        assertThat(USUAL.covers(utc("23T07:59"))).isFalse();
        assertThat(USUAL.covers(utc("23T08:00"))).isTrue();
        assertThat(USUAL.covers(utc("27T17:59"))).isTrue();
        assertThat(USUAL.covers(utc("27T18:00"))).isFalse();
        assertThat(USUAL.covers(utc("28T12:00"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "23T22:59,false",
        "23T23:00,true",
        "24T00:00,true",
        "24T06:59,true",
        "24T07:00,false",
        "28T12:00,false"
    })
    void nightIsFromElevenToSeven(String at, boolean night) {
        assertThat(USUAL.isNight(utc(at))).isEqualTo(night);
    }

    @Test
    void anEarlyShiftIsNoNight() {
        WorkingHours early = WorkingHours.of("Mon-Fri 05:00-13:00", ZoneOffset.UTC);

        assertThat(early.isNight(utc("24T04:59"))).isTrue();
        assertThat(early.isNight(utc("24T05:00"))).isFalse();
        assertThat(early.isNight(utc("28T05:00"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,23T08:00,true",
        "Europe/Berlin,23T17:00,false",
        "America/New_York,23T13:59,false",
        "America/New_York,23T14:00,true",
        "Asia/Tokyo,23T00:00,true",
        "Asia/Kathmandu,23T03:14,false",
        "Asia/Kathmandu,23T03:15,true"
    })
    void hoursAreThoseWhereThePersonLives(String zone, String at, boolean atWork) {
        assertThat(WorkingHours.of("Mon-Fri 09:00-17:30", ZoneId.of(zone)).covers(utc(at)))
                .isEqualTo(atWork);
    }

    /** Clocks went back in Berlin on the 25th of October: by UTC everything is an hour later. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-23T07:00:00Z,true,false",
        "2026-10-26T07:00:00Z,false,false",
        "2026-10-26T08:00:00Z,true,false",
        "2026-10-24T04:59:59Z,false,true",
        "2026-10-24T05:00:00Z,false,false",
        "2026-10-25T05:59:59Z,false,true",
        "2026-10-25T00:30:00Z,false,true",
        "2026-10-25T01:30:00Z,false,true"
    })
    void theyGoByTheClockOnTheWall(Instant at, boolean atWork, boolean night) {
        WorkingHours hours = WorkingHours.of("Mon-Fri 09:00-17:30", BERLIN);

        assertThat(hours.covers(at)).isEqualTo(atWork);
        assertThat(hours.isNight(at)).isEqualTo(night);
    }

    @Test
    void whateverIsWrittenIsReadInProportionToItsLength() {
        for (String part :
                new String[] {"mon", "mon-", "mon ", "monday-tue ", "1:00-", "m", "12:"}) {
            int once = steps(part.repeat(8_000 / part.length()));
            int eightTimes = steps(part.repeat(64_000 / part.length()));

            assertThat(eightTimes).as(part).isLessThan(10 * once);
        }
    }

    @Test
    void whateverIsWrittenIsNeverMoreThanAHundredShifts() {
        String days = "mon ".repeat(5_000);
        String times = "9:00-10:00 ".repeat(5_000);

        assertThat(WorkingHours.of(days + times, ZoneOffset.UTC).shifts())
                .hasSizeLessThanOrEqualTo(100);
        assertThat(WorkingHours.of(("mon " + times).repeat(2), ZoneOffset.UTC).shifts())
                .hasSizeLessThanOrEqualTo(100);
    }

    @Property
    void everythingCanBeTold(@ForAll @StringLength(max = 200) String told) {
        assertThat(WorkingHours.of(told, BERLIN).shifts()).isNotEmpty();
    }

    private static int steps(String told) {
        CountingText text = new CountingText(told);
        Matcher part = WorkingHours.PART.matcher(text);
        while (part.find()) {
            assertThat(part.end()).isGreaterThan(part.start());
        }
        return text.steps();
    }

    private static Instant utc(String dayAndTime) {
        return LocalDateTime.parse("2026-11-" + dayAndTime).toInstant(ZoneOffset.UTC);
    }
}
