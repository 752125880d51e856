package org.upstander.scoring.kafka;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * For commands, which start no container: {@code kafka.*} and {@code KAFKA_*} as the service reads
 * them.
 */
final class KafkaSettings {
    private static final String PREFIX = "kafka.";

    private KafkaSettings() {}

    static Map<String, Object> fromConfiguration() {
        return from(ConfigProvider.getConfig());
    }

    static Map<String, Object> from(Config config) {
        Map<String, Object> settings = new HashMap<>();
        for (String property : config.getPropertyNames()) {
            String name = property.toLowerCase(Locale.ROOT).replace('_', '.');
            if (name.startsWith(PREFIX)) {
                config.getOptionalValue(property, String.class)
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> settings.put(name.substring(PREFIX.length()), value));
            }
        }
        return settings;
    }
}
