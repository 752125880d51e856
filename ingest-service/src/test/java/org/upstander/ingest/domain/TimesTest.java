package org.upstander.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @Property(tries = 1000)
    void agreesWithTheJdk(
            @ForAll @IntRange(max = 9999) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day,
            @ForAll @IntRange(max = 25) int hour,
            @ForAll @IntRange(max = 61) int second,
            @ForAll @NumericChars @StringLength(max = 10) String fraction) {
        String seconds = "%04d-%02d-%02dT%02d:59:%02d".formatted(year, month, day, hour, second);

        agrees(seconds + "Z");
        agrees(seconds + "." + fraction + "Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-23",
                "2026-11-23T12:00:00",
                "2026-11-23T12:00Z",
                "2026-11-23T12:00:00z",
                "2026-11-23t12:00:00Z",
                "2026-11-23T12:00:00+01:00",
                "2026-11-23T12:00:00.5-08:00",
                "2024-02-29T12:00:00Z",
                "2026-02-29T12:00:00Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T12:00:00.Z",
                "2026-11-23T12:00:00,5Z",
                "2026-11-23T12:00:00.1234567890Z",
                "2026-11-23T12:00:00.12x4Z",
                "2026-11-23 12:00:00Z",
                "٢٠٢٦-11-23T12:00:00Z",
                "+12026-11-23T12:00:00Z"
            })
    void agreesWithTheJdkOnEveryOtherForm(String value) {
        agrees(value);
    }

    private static void agrees(String value) {
        assertThat(byUs(value)).as(value).isEqualTo(byJdk(value));
    }

    private static Instant byUs(String value) {
        try {
            return Times.parse(value);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant byJdk(String value) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
