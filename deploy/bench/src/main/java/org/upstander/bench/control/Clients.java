package org.upstander.bench.control;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Bare Kafka clients with the settings that the services use too. */
public final class Clients {

    private Clients() {}

    public static KafkaProducer<byte[], byte[]> producer(String bootstrap, int lingerMillis) {
        return new KafkaProducer<>(
                producerSettings(bootstrap, lingerMillis),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Durable, idempotent, lz4, 128 KiB batches. */
    public static Map<String, Object> producerSettings(String bootstrap, int lingerMillis) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20);
        return settings;
    }

    public static KafkaConsumer<byte[], byte[]> consumer(
            String bootstrap, String group, int pollRecords) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, pollRecords);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
