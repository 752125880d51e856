package org.upstander.ingest.application.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.delivery.DeliveryMetrics;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/** What is seen of sources that are asked, as it is kept. */
class SourceHealthTest {

    private static final Instant FIRST = Instant.parse("2026-03-03T06:33:26Z");

    private final Map<String, Observed> kept = new HashMap<>();
    private final SourceHealth health =
            new SourceHealth(
                    new HealthStore() {
                        @Override
                        public CompletionStage<Void> add(Map<String, Observed> seen) {
                            kept.putAll(seen);
                            return CompletableFuture.completedFuture(null);
                        }

                        @Override
                        public CompletionStage<Map<String, Health>> all() {
                            return CompletableFuture.completedFuture(Map.of());
                        }
                    },
                    new DeliveryMetrics() {
                        @Override
                        public void delivered(String type, String outcome) {}

                        @Override
                        public void polled(String type, String outcome) {}
                    });

    @BeforeEach
    void nothing() {
        kept.clear();
    }

    @Test
    void theThirdFailureIsAGapSinceTheFirst() {
        assertThat(gapAfter(PollFailure.TIMEOUT, 2)).isNull();
        assertThat(gapAfter(PollFailure.TIMEOUT, 3))
                .isEqualTo(new Observed.Gap(Said.Cause.UNREACHABLE, FIRST));
    }

    @Test
    void aRefusalIsAGapAtOnceAndSinceItFailed() {
        assertThat(gapAfter(PollFailure.REFUSED, 2))
                .isEqualTo(new Observed.Gap(Said.Cause.REFUSED, FIRST));
    }

    private Observed.Gap gapAfter(PollFailure why, int failures) {
        health.failed(source(), why, failures, FIRST);
        health.keep();
        return kept.get("s-1").gap();
    }

    private static Source source() {
        return new Source(
                "s-1",
                "rss",
                "Blog",
                "blog",
                "https://blog.example.org",
                List.of(),
                null,
                null,
                SourceSettings.NONE,
                false);
    }
}
