package org.upstander.alert.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.original.FindOriginals;
import org.upstander.alert.application.original.WantedOriginal;
import org.upstander.alert.domain.OriginalSearch;

/** Looking for originals while Kafka is away: the one who looks must hear of it, in time. */
class OriginalsTopicTest {

    /** Less than the lease of what is looked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void whoDoesNotAnswerIsNotWaitedForLongerThanALease() throws IOException {
        // Given: it takes connections and says nothing
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            FindOriginals topic =
                    new OriginalsTopic(
                            Map.of("bootstrap.servers", "127.0.0.1:" + silent.getLocalPort()));

            // When, then
            assertThatThrownBy(() -> topic.find(List.of(wanted())).await().atMost(PATIENCE))
                    .isInstanceOf(TimeoutException.class);
        }
    }

    private static WantedOriginal wanted() {
        return new WantedOriginal(
                "a-1", "p-1", "r1", new OriginalSearch(NOW, NOW), 1, NOW.plusSeconds(120));
    }
}
