package org.upstander.ingest.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.infrastructure.EmbeddedKafka;
import org.upstander.infrastructure.FreePorts;

/** A broker of one's own, for tests after which no other could use it. */
abstract class OwnBrokerBase {

    @TempDir Path directory;

    EmbeddedKafka kafka;
    Producer<byte[], byte[]> producer;
    ProducerSettings settings;

    @BeforeEach
    void startBroker() {
        kafka = EmbeddedKafka.start(directory, FreePorts.one());
        Map<String, Object> broker = Map.of("bootstrap.servers", kafka.bootstrapServers());
        producer =
                new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer());
        settings = new ProducerSettings(broker, new Defaults());
    }

    @AfterEach
    void stopBroker() {
        producer.close(Duration.ZERO);
        kafka.close();
    }
}
