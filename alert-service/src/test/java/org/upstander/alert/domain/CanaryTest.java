package org.upstander.alert.domain;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CanaryTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LIMIT = ofMinutes(3);

    @Test
    void theAgeIsThatOfTheYoungestThatCameBack() {
        Canary canary = new Canary(NOON, null).with(NOON.plusSeconds(60)).with(NOON);

        assertThat(canary.age(NOON.plusSeconds(90))).isEqualTo(ofSeconds(30));
    }

    @Test
    void whileNoneCameBackItIsHowLongWeWait() {
        Canary canary = new Canary(NOON, null);

        assertThat(canary.age(NOON.plusSeconds(90))).isEqualTo(ofSeconds(90));
        assertThat(canary.isYoung(NOON.plusSeconds(90), LIMIT)).isFalse();
    }

    @Test
    void aClockThatIsBehindSeesItAsNew() {
        assertThat(new Canary(NOON, NOON).age(NOON.minusSeconds(1))).isEqualTo(Duration.ZERO);
    }

    @Test
    void outsideIsToldWhileItIsYoungAndTheTimersRun() {
        Canary canary = new Canary(NOON, NOON);
        Instant young = NOON.plus(LIMIT).minusMillis(1);

        assertThat(Heartbeat.of(canary, true, young, LIMIT)).isEqualTo(Heartbeat.BEATS);
        assertThat(Heartbeat.of(canary, false, young, LIMIT)).isEqualTo(Heartbeat.TIMERS_LATE);
        assertThat(Heartbeat.of(canary, true, NOON.plus(LIMIT), LIMIT))
                .isEqualTo(Heartbeat.CANARY_OLD);
        assertThat(Heartbeat.of(new Canary(NOON, null), true, NOON, LIMIT))
                .isEqualTo(Heartbeat.CANARY_OLD);
    }

    /** Else an operator could give the id to a person, and the roster would know one of the two. */
    @Test
    void itsIdIsNoneThatAnOperatorMayGive() {
        assertThat(Canary.STAFF_ID).doesNotMatch("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    }
}
