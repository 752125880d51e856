package org.upstander.infrastructure;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Gives a service under {@code @QuarkusTest} its Kafka and PostgreSQL, one pair for all test
 * classes of a JVM: {@code @WithTestResource(InfrastructureResource.class)}.
 */
public class InfrastructureResource implements QuarkusTestResourceLifecycleManager {

    private static Infrastructure shared;

    /** The running pair, for tests that look at topics or stop a server. */
    public static synchronized Infrastructure shared() {
        if (shared == null) {
            shared = Infrastructure.start(temporaryDirectory());
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    @Override
    public Map<String, String> start() {
        Infrastructure running = shared();
        Database database = running.database();
        // Other class loaders of the test JVM (the test itself) find the pair by these.
        System.setProperty("upstander.it.bootstrap", running.kafka().bootstrapServers());
        return Map.of(
                "kafka.bootstrap.servers", running.kafka().bootstrapServers(),
                "UPSTANDER_DB_HOST", database.host(),
                "UPSTANDER_DB_PORT", Integer.toString(database.port()),
                "UPSTANDER_DB_NAME", database.name(),
                "UPSTANDER_DB_USER", database.user(),
                "UPSTANDER_DB_PASSWORD", database.password());
    }

    @Override
    public void stop() {
        // Kept for the next test class; the JVM's end closes it.
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("upstander-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
