package org.upstander.infrastructure;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The Kafka and the PostgreSQL that the services stand on, ready to use: running, with the topics
 * of {@code deploy/topics} made. Which provider gives them is said by {@code -Dupstander.it}:
 * {@code embedded} (the default, needs nothing but the JVM) or {@code containers} (Testcontainers).
 *
 * @param kafka the broker
 * @param database the database server
 */
public record Infrastructure(KafkaBroker kafka, Database database) implements AutoCloseable {

    /** System property that chooses the provider. */
    public static final String PROVIDER = "upstander.it";

    /**
     * Starts both with the provider that {@value #PROVIDER} names, on free ports.
     *
     * @param directory where an embedded provider keeps its data
     */
    public static Infrastructure start(Path directory) {
        String provider = System.getProperty(PROVIDER, "embedded").toLowerCase(Locale.ROOT);
        return switch (provider) {
            case "embedded" ->
                    new Infrastructure(
                            EmbeddedKafka.start(directory.resolve("kafka"), FreePorts.one()),
                            EmbeddedDatabase.start(directory.resolve("postgres"), FreePorts.one()));
            case "containers" -> Containers.start();
            default ->
                    throw new IllegalArgumentException(
                            "-D" + PROVIDER + "=" + provider + ": use embedded or containers");
        };
    }

    @Override
    public void close() {
        try (database) {
            kafka.close();
        }
    }
}
