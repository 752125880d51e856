package org.upstander.scoring.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @Property
    void readsWhatAnInstantWrites(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant instant = Instant.ofEpochSecond(second, nanos);
        assertThat(Instants.parse(instant.toString())).isEqualTo(instant);
        Instant whole = Instant.ofEpochSecond(second);
        assertThat(Instants.parse(whole.toString())).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T12:00:00.5Z",
                "2026-11-23T12:00:00.000000001Z",
                "2026-11-23T13:00:00+01:00",
                "2026-11-23T24:00:00Z",
                "+12026-11-23T12:00:00Z",
                "2024-02-29T23:59:59Z"
            })
    void agreesWithTheLibrary(String text) {
        assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "yesterday",
                "2026-11-23",
                "2026-11-23T12:00:00",
                "2026-13-23T12:00:00Z",
                "2026-02-29T12:00:00Z",
                "2026-11-23T25:00:00Z",
                "2026-11-23T12:60:00Z",
                "2026-11-23T12:00:00.1234567890Z",
                "2026-11-23T12:00:00.-1Z",
                "-026-11-23T12:00:00Z",
                "2026-11-23T12:00:0xZ"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
