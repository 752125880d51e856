package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ObservabilityIT {

    @Inject MeterRegistry registry;

    @Test
    void everyCounterIsThereFromTheStart() {
        String metrics = Http.as(Http.ADMIN).get("/q/metrics").asString();

        for (String kind : List.of("post", "signal")) {
            for (String name : List.of("received", "accepted", "unavailable")) {
                assertThat(metrics)
                        .contains("upstander_ingest_" + name + "_total{kind=\"" + kind + "\"");
            }
            for (String reason :
                    List.of("malformed", "encoding", "missing", "too-large", "not-allowed")) {
                assertThat(metrics)
                        .contains(
                                "upstander_ingest_rejected_total{kind=\"%s\",reason=\"%s\""
                                        .formatted(kind, reason));
            }
        }
        assertThat(metrics).contains("upstander_ingest_truncated_total");
    }

    @Test
    void receivedIsAcceptedAndRejected() {
        // Given
        double received = count("received", "kind", "post");
        double accepted = count("accepted", "kind", "post");
        double missing = count("rejected", "kind", "post", "reason", "missing");
        double malformed = count("rejected", "kind", "post", "reason", "malformed");
        double signals = count("received", "kind", "signal");

        // When
        Http.posts("[" + Http.post("m-1", "a") + ",{},nope," + Http.post("m-2", "b") + "]");
        Http.lines(Http.post("m-3", "a"));

        // Then
        assertThat(count("received", "kind", "post") - received).isEqualTo(5);
        assertThat(count("accepted", "kind", "post") - accepted).isEqualTo(3);
        assertThat(count("rejected", "kind", "post", "reason", "missing") - missing).isEqualTo(1);
        assertThat(count("rejected", "kind", "post", "reason", "malformed") - malformed)
                .isEqualTo(1);
        assertThat(count("received", "kind", "signal")).isEqualTo(signals);
    }

    @Test
    void whatPeopleWroteIsNeitherLoggedNorMeasured() {
        // Given
        String secret = "secret" + UUID.randomUUID();
        Recorder log = new Recorder();
        Logger.getLogger("").addHandler(log);

        // When
        try {
            Http.posts(Http.post(secret, secret));
            Http.posts(Http.post(secret, secret).replace("\"heath\"", "\"" + secret + "\\u0000\""));
            Http.posts("{\"text\":\"" + secret + "\",\"" + secret + "\":1,\"" + secret + "\":2}");
            Http.posts("[{\"" + secret + "\":" + secret + "}]");
            Http.lines("{\"" + secret + "\n" + Http.post(secret, secret));
            Http.signals("{\"note\":\"" + secret + "\"}");
        } finally {
            Logger.getLogger("").removeHandler(log);
        }

        // Then
        assertThat(log.lines).noneMatch(line -> line.contains(secret));
        assertThat(Http.as(Http.ADMIN).get("/q/metrics").asString()).doesNotContain(secret);
    }

    private double count(String name, String... tags) {
        return registry.get("upstander.ingest." + name).tags(tags).counter().count();
    }

    private static final class Recorder extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final PatternFormatter formatter = new PatternFormatter("%c %m %X %e");

        @Override
        public void publish(LogRecord event) {
            lines.add(formatter.format(event));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
