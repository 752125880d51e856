package org.upstander.alert;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.upstander.infrastructure.InfrastructureResource;

/** Producers for the Kafka of the tests; whoever opens one closes it. */
public final class TestProducer {

    private TestProducer() {}

    /** A producer that waits for all replicas. */
    public static KafkaProducer<String, byte[]> open() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        InfrastructureResource.shared().kafka().bootstrapServers(),
                        "acks",
                        "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
