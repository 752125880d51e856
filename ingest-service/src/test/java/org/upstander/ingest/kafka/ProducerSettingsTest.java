package org.upstander.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

/** The settings behind the promises; a change here is a change of what 202 and 503 mean. */
class ProducerSettingsTest {

    private final ProducerSettings settings =
            new ProducerSettings(
                    Map.of(
                            "bootstrap.servers", "kafka:9092",
                            "security.protocol", "SASL_SSL",
                            "acks", "1"),
                    new Defaults());

    @Test
    void keepThePromises() {
        assertThat(settings.producer())
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("compression.type", "lz4")
                .containsEntry("batch.size", 131_072)
                .containsEntry("linger.ms", 1)
                .containsEntry("buffer.memory", 67_108_864L)
                .containsEntry("max.block.ms", 0L)
                .containsEntry("delivery.timeout.ms", 1600)
                .containsEntry("request.timeout.ms", 1599)
                .containsEntry("max.in.flight.requests.per.connection", 5);
    }

    @Test
    void areSettingsThatKafkaTakes() {
        assertThat(new ProducerConfig(Map.copyOf(settings.producer())).unused()).isNotNull();
    }

    @Test
    void logInAndTlsHoldForTheProbeToo() {
        assertThat(settings.admin())
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("security.protocol", "SASL_SSL");
    }
}
