package org.upstander.ingest.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.upstander.ingest.config.WriterConfig;

/** Settings of our Kafka clients: {@code kafka.*} (addresses, log-in, TLS) with ours on top. */
@ApplicationScoped
class ProducerSettings {

    private static final Logger LOG = Logger.getLogger(ProducerSettings.class);

    private static final int RECONNECT_MS = 50;
    private static final int RECONNECT_MAX_MS = 500;

    private final Map<String, Object> broker;
    private final WriterConfig config;

    ProducerSettings(
            @Identifier("default-kafka-broker") Map<String, Object> broker, WriterConfig config) {
        this.broker = Map.copyOf(broker);
        this.config = config;
        if (!NativeLz4.load()) {
            LOG.info("lz4 in Java: its native library cannot be loaded here");
        }
    }

    Map<String, Object> producer() {
        Map<String, Object> settings = common("ingest-service-writer");
        // 202 means stored by all in-sync replicas, once, in order.
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, config.batchBytes());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, (int) config.linger().toMillis());
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, config.bufferBytes());
        // Never wait inside send(): it is called on event loops. Unknown topic or full buffer: 503.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0L);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) ack().toMillis());
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ack().minus(config.linger()).toMillis());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1_048_576);
        // Forgetting a topic after quiet minutes would fail the next post.
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, (int) Duration.ofDays(1).toMillis());
        settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }

    Map<String, Object> admin() {
        Map<String, Object> settings = common("ingest-service-probe");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 1000);
        return settings;
    }

    Map<String, Object> consumer(String clientId) {
        Map<String, Object> settings = common(clientId);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        // A partition that was added is noticed so soon.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }

    private Map<String, Object> common(String clientId) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_MS);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MAX_MS);
        settings.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1000L);
        settings.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 2000L);
        return settings;
    }

    private Duration ack() {
        return config.ackTimeout();
    }
}
