package org.upstander.ingest.application.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

class QuotasTest {

    private final AtomicLong now = new AtomicLong();
    private final Quotas quotas = new Quotas(60, now::get);
    private final Source forum = source("forum", null);

    @Test
    void aMinutesPostsMayComeAtOnce() {
        quotas.spend(forum, 59);
        assertThat(quotas.pause(forum)).isEmpty();
        quotas.spend(forum, 1);
        assertThat(quotas.pause(forum)).contains(Duration.ofSeconds(1));
    }

    @Test
    void aFloodIsPaidBack() {
        // Given
        quotas.spend(forum, 180);
        // When
        Duration pause = quotas.pause(forum).orElseThrow();
        // Then
        assertThat(pause).isEqualTo(Duration.ofSeconds(121));
        now.addAndGet(pause.toNanos() - 1_000_000);
        assertThat(quotas.pause(forum)).isPresent();
        now.addAndGet(1_000_000);
        assertThat(quotas.pause(forum)).isEmpty();
    }

    @Test
    void noSourceWaitsForAnother() {
        quotas.spend(forum, 10_000);

        assertThat(quotas.pause(source("chat", null))).isEmpty();
    }

    @Test
    void aSourceMayHaveALimitOfItsOwn() {
        Source loud = source("loud", 6000);
        quotas.spend(loud, 5999);

        assertThat(quotas.pause(loud)).isEmpty();
    }

    @Test
    void quietTimesAreNotSaved() {
        quotas.spend(forum, 1);
        now.addAndGet(Duration.ofHours(5).toNanos());
        quotas.spend(forum, 60);

        assertThat(quotas.pause(forum)).isPresent();
    }

    @Property
    void whoWaitsAsToldBringsNoMoreThanTheRateAllows(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 100) Integer> brought) {
        AtomicLong time = new AtomicLong();
        Quotas of = new Quotas(60, time::get);
        long total = 0;
        for (int posts : brought) {
            of.pause(forum).map(Duration::toNanos).ifPresent(time::addAndGet);
            assertThat(of.pause(forum).map(Duration::toMillis).orElse(0L)).isZero();
            of.spend(forum, posts);
            total += posts;
        }
        // A minute's posts before the first pause, and the last delivery may overdraw.
        assertThat(total).isLessThanOrEqualTo(60 + 100 + time.get() / 1_000_000_000);
    }

    private static Source source(String id, Integer postsPerMinute) {
        return new Source(
                id,
                "json",
                "Forum",
                "forum",
                null,
                List.of(),
                null,
                null,
                new SourceSettings.Builder().postsPerMinute(postsPerMinute).build(),
                false);
    }
}
