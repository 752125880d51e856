package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.domain.Canary;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.Author;

/** Ingest-service is played by a server, scoring-service by the tests; the clock is moved. */
abstract class CanaryTestBase extends EngineTestBase {

    static final Duration MINUTE = Duration.ofMinutes(1);

    /** In seconds; the clock may be moved on by a turn or two before one is back. */
    static final double YOUNG = 180;

    @Inject MeterRegistry registry;

    /**
     * What other tests left is gone, and nothing is due for long; the tables come behind the start.
     */
    @BeforeEach
    void beginAnew() {
        CanaryPeers.answer(200);
        await().atMost(SOON).ignoreExceptions().untilAsserted(CanaryTestBase::clear);
    }

    private static void clear() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("update page set state = 'cancelled' where state = 'pending'");
            statement.execute("delete from incident_timer");
            statement.execute("delete from canary");
        }
    }

    /** The canary that is posted next. */
    JsonNode next() {
        int before = CanaryPeers.posted().size();
        forward(MINUTE);
        eventually(() -> assertThat(CanaryPeers.posted()).hasSizeGreaterThan(before));
        return CanaryPeers.posted().get(before);
    }

    /** As scoring-service would assess it. */
    static AssessmentEvent assessed(JsonNode canary) {
        return assessment(
                Canary.STAFF_ID, canary.get("source").asText(), canary.get("externalId").asText());
    }

    static AssessmentEvent assessment(String staff, String source, String externalId) {
        Instant at = Instant.now();
        return new AssessmentEvent(
                "as-" + staff + externalId.hashCode(),
                "po-" + externalId.hashCode(),
                "r1",
                staff,
                source,
                externalId,
                new Author("watchdog", null, null, null, null),
                null,
                null,
                at,
                at,
                "neutral",
                0,
                0.01,
                List.of(),
                new AssessmentEvent.Binding("handle", "@x", 0, 2),
                List.of(),
                false,
                "en",
                "test-1",
                null,
                null,
                null);
    }

    double age() {
        Gauge gauge = registry.find("upstander.alert.canary.age").gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    double count(String name, String... tags) {
        return registry.find("upstander.alert." + name).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
