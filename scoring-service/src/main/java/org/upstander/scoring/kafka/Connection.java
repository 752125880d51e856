package org.upstander.scoring.kafka;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Whether a client holds a connection to any broker. A consumer that polls keeps at least one open,
 * so none means that Kafka is away; asking costs no request.
 */
final class Connection {
    private final Metric count;

    Connection(Consumer<?, ?> consumer) {
        count =
                consumer.metrics().entrySet().stream()
                        .filter(e -> e.getKey().name().equals("connection-count"))
                        .filter(e -> e.getKey().group().equals("consumer-metrics"))
                        .map(e -> (Metric) e.getValue())
                        .findFirst()
                        .orElse(null);
    }

    boolean isOpen() {
        // Without the metric nothing is known; what fails then shows by failing.
        return count == null || count.metricValue() instanceof Number n && n.doubleValue() > 0;
    }
}
