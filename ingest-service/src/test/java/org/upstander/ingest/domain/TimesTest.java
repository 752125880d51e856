package org.upstander.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read and written as Java's own formatters do. */
class TimesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T12:00:00Z",
                "2026-11-23T12:00:00.5Z",
                "2026-11-23T12:00:00.123456789Z",
                "2026-11-23T12:00:00.000000001Z",
                "2026-11-23T12:00:00.1234567890Z",
                "2026-11-23T12:00:00.Z",
                "2026-11-23T12:00:00+01:00",
                "2026-11-23t12:00:00z",
                "2026-11-23T12:00Z",
                "2026-11-23T12:00:00",
                "2026-11-23",
                "2024-02-29T23:59:59Z",
                "2026-02-29T23:59:59Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-32T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-12-31T23:59:60Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "-999-01-01T00:00:00Z",
                "+2026-01-01T00:00:00Z",
                "2026-11-23 12:00:00Z",
                "2026-11-2\u0663T12:00:00Z",
                "yesterday",
                "Z",
                ""
            })
    void isReadAsTheFormatterDoes(String text) {
        assertThat(read(text)).isEqualTo(formatted(text));
    }

    @Property
    void alsoWhereSomeSignsAreOthers(@ForAll("nearly") String text) {
        assertThat(read(text)).isEqualTo(formatted(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "2026-11-23T12:00:00Z",
                "2026-11-23T12:00:00.100Z",
                "2026-11-23T12:00:00.001Z",
                "2026-11-23T12:00:00.000001Z",
                "2026-11-23T12:00:00.000000001Z",
                "2026-11-23T12:00:00.123456789Z",
                "2024-02-29T23:59:59.999Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-0044-03-15T12:00:00Z"
            })
    void isWrittenAsItWas(String text) {
        assertThat(Times.written(Instant.parse(text))).isEqualTo(text);
    }

    @Property
    void anyIsWrittenAsTheFormatterDoes(
            @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second,
            @ForAll("nanos") int nano) {
        Instant at = Instant.ofEpochSecond(second, nano);
        assertThat(Times.written(at)).isEqualTo(at.toString());
    }

    @Provide
    Arbitrary<Integer> nanos() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 999_999_999),
                        Arbitraries.of(1, 1_000, 1_000_000, 1_000_000_000))
                .as((nano, unit) -> nano - nano % unit);
    }

    /** A time of which one sign is another. */
    @Provide
    Arbitrary<String> nearly() {
        Arbitrary<String> times =
                Combinators.combine(
                                Arbitraries.longs().between(0, 253_402_300_799L),
                                Arbitraries.of(0, 1, 500, 999_000_000, 123_456_789))
                        .as((second, nano) -> Instant.ofEpochSecond(second, nano).toString());
        return Combinators.combine(
                        times,
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of("0", "9", "-", ".", "Z", "T", "+", "", "00"))
                .as(
                        (time, at, sign) ->
                                at >= time.length()
                                        ? time
                                        : time.substring(0, at) + sign + time.substring(at + 1));
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(Times.read(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> formatted(String text) {
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
