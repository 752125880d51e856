package org.upstander.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureIT {

    @TempDir Path directory;

    @Test
    void bothServersComeUpWithTheDeclaredTopicsAndSurviveAStop() throws Exception {
        try (Infrastructure infrastructure = Infrastructure.start(directory)) {
            // Given
            Map<String, Object> client =
                    Map.of("bootstrap.servers", infrastructure.kafka().bootstrapServers());
            List<String> declared =
                    DeclaredTopics.load().topics().stream()
                            .map(DeclaredTopics.Topic::name)
                            .toList();

            // When
            infrastructure.kafka().stop();
            infrastructure.kafka().start();
            infrastructure.database().stop();
            infrastructure.database().start();

            // Then
            try (Admin admin = Admin.create(client)) {
                assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS))
                        .containsAll(declared);
            }
            try (var producer =
                    new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
                assertThat(
                                producer.send(new ProducerRecord<>(declared.get(0), "k", "v"))
                                        .get(30, TimeUnit.SECONDS)
                                        .offset())
                        .isZero();
            }
            Database database = infrastructure.database();
            String url =
                    "jdbc:postgresql://%s:%d/%s"
                            .formatted(database.host(), database.port(), database.name());
            try (var connection =
                            DriverManager.getConnection(url, database.user(), database.password());
                    var result = connection.createStatement().executeQuery("select 41 + 1")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getInt(1)).isEqualTo(42);
            }
        }
    }
}
