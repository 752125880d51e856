package org.upstander.infrastructure;

/** One Kafka broker that can be stopped and started again on the same address and data. */
public interface KafkaBroker extends AutoCloseable {

    /** {@code host:port}. */
    String bootstrapServers();

    /** Stops the broker; clients see refused connections. Does nothing when stopped. */
    void stop();

    /** Starts a stopped broker again. Does nothing when running. */
    void start();

    @Override
    void close();
}
