package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final Deadline soon = Deadline.in(Duration.ofMillis(10), now::get);
    private final Deadline later = Deadline.in(Duration.ofMillis(20), now::get);

    @Test
    void passesWithItsLastNanosecond() {
        now.addAndGet(9_999_999);
        assertThat(soon.passed()).isFalse();
        assertThat(soon.leftMillis()).isOne();
        now.incrementAndGet();
        assertThat(soon.passed()).isTrue();
        assertThat(soon.leftMillis()).isOne();
    }

    @Test
    void itIsToBeBegunBeforeBothAndHasItsOwnTimeForAnAnswer() {
        assertThat(soon.begunBefore(later).leftMillis()).isEqualTo(10);
        assertThat(later.begunBefore(soon).leftMillis()).isEqualTo(20);
        assertThat(later.begunBefore(soon).passed()).isFalse();
        now.addAndGet(10_000_000);
        assertThat(soon.begunBefore(later).passed()).isTrue();
        assertThat(later.begunBefore(soon).passed()).isTrue();
        assertThat(later.begunBefore(soon).leftMillis()).isEqualTo(10);
    }

    @Test
    void neverTakesNothingAway() {
        assertThat(Deadline.NEVER.passed()).isFalse();
        assertThat(soon.begunBefore(Deadline.NEVER).passed()).isFalse();
    }
}
