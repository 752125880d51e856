package org.upstander.alert.kafka;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.upstander.alert.application.original.FindOriginals;
import org.upstander.alert.application.original.WantedOriginal;

/**
 * Looks for originals on their topic, which is not consumed: nearly all of them nobody ever wants.
 * A consumer for each round, since rounds are rare.
 */
@ApplicationScoped
class OriginalsTopic implements FindOriginals {

    private static final int CLIENT_TIMEOUT_MS = 10_000;

    private final Map<String, Object> settings;

    OriginalsTopic(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        Map<String, Object> ours = new HashMap<>(broker);
        ours.put(CommonClientConfigs.CLIENT_ID_CONFIG, "alert-service-originals");
        ours.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        ours.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // What has gone meanwhile is passed over.
        ours.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        ours.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CLIENT_TIMEOUT_MS);
        ours.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, CLIENT_TIMEOUT_MS / 2);
        ours.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        ours.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        this.settings = Map.copyOf(ours);
    }

    /** On a worker: the consumer blocks. */
    @Override
    public Uni<Found> find(List<WantedOriginal> wanted) {
        return Uni.createFrom()
                .item(() -> look(wanted))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Found look(List<WantedOriginal> wanted) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            OriginalsScan scan = new OriginalsScan(consumer, wanted);
            scan.run();
            return scan.found();
        }
    }
}
