package org.upstander.infrastructure;

import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The same two in containers. Images by {@code -Dupstander.it.kafka-image} and {@code
 * -Dupstander.it.postgres-image}, for an engine that can't reach a public registry.
 */
final class Containers {

    private Containers() {}

    static Infrastructure start() {
        KafkaContainer kafka = new KafkaContainer(image("kafka", "apache/kafka-native:4.1.0"));
        kafka.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka.start();
        PostgreSQLContainer postgres = new PostgreSQLContainer(image("postgres", "postgres:18"));
        postgres.start();
        DeclaredTopics.load()
                .createMissing(Map.of("bootstrap.servers", kafka.getBootstrapServers()));
        return new Infrastructure(new Broker(kafka), new Server(postgres));
    }

    private static DockerImageName image(String of, String usual) {
        String chosen = System.getProperty("upstander.it." + of + "-image", usual);
        String family = of.equals("kafka") ? "apache/kafka-native" : "postgres";
        return DockerImageName.parse(chosen).asCompatibleSubstituteFor(family);
    }

    /** Stopped by freezing, since a container that starts again gets another port. */
    private record Broker(KafkaContainer container) implements KafkaBroker {
        @Override
        public String bootstrapServers() {
            return container.getBootstrapServers();
        }

        @Override
        public void stop() {
            container.getDockerClient().pauseContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public void start() {
            container.getDockerClient().unpauseContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public void close() {
            container.stop();
        }
    }

    private record Server(PostgreSQLContainer container) implements Database {
        @Override
        public String host() {
            return container.getHost();
        }

        @Override
        public int port() {
            return container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        }

        @Override
        public String name() {
            return container.getDatabaseName();
        }

        @Override
        public String user() {
            return container.getUsername();
        }

        @Override
        public String password() {
            return container.getPassword();
        }

        @Override
        public void stop() {
            container.getDockerClient().pauseContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public void start() {
            container.getDockerClient().unpauseContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
