package org.upstander.scenarios.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A story of the past ends now. */
class ShiftTest {

    private static final Instant FIRST = Instant.parse("2026-09-07T10:00:00Z");
    private static final Instant LAST = FIRST.plus(Duration.ofDays(10));
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @Test
    void atOnceEverythingIsPlayedNowAndLiesAsFarBackAsItIsTold() {
        Shift shift = new Shift(FIRST, LAST, NOW, Double.POSITIVE_INFINITY);

        assertThat(shift.played(FIRST)).isEqualTo(NOW);
        assertThat(shift.played(LAST)).isEqualTo(NOW);
        assertThat(shift.of(LAST)).isEqualTo(NOW);
        assertThat(shift.of(FIRST)).isEqualTo(NOW.minus(Duration.ofDays(10)));
    }

    @Test
    void atASpeedItIsPlayedInTheMeantimeAndNothingIsFromTheFuture() {
        Shift shift = new Shift(FIRST, LAST, NOW, 240);

        assertThat(shift.played(LAST)).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(shift.of(LAST)).isEqualTo(shift.played(LAST));
        for (int day = 0; day <= 10; day++) {
            Instant at = FIRST.plus(Duration.ofDays(day));
            assertThat(shift.of(at)).isBeforeOrEqualTo(shift.played(at));
        }
    }

    @Test
    void theOtherServicesAreOnTheNextPorts() {
        Running running = Running.at("http://127.0.0.1:18081", "token");

        assertThat(running.scoring()).isEqualTo(URI.create("http://127.0.0.1:18082"));
        assertThat(running.alert()).isEqualTo(URI.create("http://127.0.0.1:18083"));
    }

    @Test
    void orTheyAreNamed() {
        Running running =
                Running.at("http://a.example.org, http://b.example.org, http://c.example.org", "t");

        assertThat(running.alert()).isEqualTo(URI.create("http://c.example.org"));
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThatThrownBy(() -> Running.at("http://127.0.0.1:8081", null))
                .hasMessageContaining("UPSTANDER_ADMIN_TOKEN");
        assertThatThrownBy(() -> Running.at("localhost", "t"))
                .hasMessageContaining("'localhost' is no address");
    }
}
