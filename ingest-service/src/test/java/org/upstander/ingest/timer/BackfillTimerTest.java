package org.upstander.ingest.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.backfill.Claims;
import org.upstander.ingest.application.backfill.RunBackfillsOf;
import org.upstander.ingest.config.SourcesConfig;

/** When it looks for work, where it would by itself do so once an hour. */
class BackfillTimerTest {

    private final Claims claims = new Claims();
    private final BackfillTimer timer =
            new BackfillTimer(RunBackfillsOf.these(claims), new Hourly());

    @BeforeEach
    void start() {
        timer.onStart(new StartupEvent());
        awaitLooks(1);
    }

    @AfterEach
    void stop() {
        timer.close();
    }

    @Test
    void whoIsWokenLooksAtOnce() {
        claims.asked.get(0).complete(Optional.empty());
        timer.wake();
        awaitLooks(2);
        claims.asked.get(1).complete(Optional.empty());
        timer.wake();
        awaitLooks(3);
    }

    @Test
    void whoIsWokenAtWorkLooksOnceMore() {
        // Given
        timer.wake();
        timer.wake();
        assertThat(claims.asked).hasSize(1);

        // When
        claims.asked.get(0).complete(Optional.empty());

        // Then
        awaitLooks(2);
        claims.asked.get(1).complete(Optional.empty());
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(claims.asked).hasSize(2));
    }

    private void awaitLooks(int count) {
        await().untilAsserted(() -> assertThat(claims.asked).hasSize(count));
    }

    private static final class Hourly implements SourcesConfig {

        @Override
        public Optional<String> key() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> otherKeys() {
            return Optional.empty();
        }

        @Override
        public Optional<String> files() {
            return Optional.empty();
        }

        @Override
        public Duration refresh() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration memory() {
            return Duration.ofHours(48);
        }

        @Override
        public int postsPerMinute() {
            return 6000;
        }

        @Override
        public Duration blindFor() {
            return Duration.ofMinutes(1);
        }
    }
}
