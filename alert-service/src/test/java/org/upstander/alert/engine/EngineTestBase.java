package org.upstander.alert.engine;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.TestProducer;
import org.upstander.alert.application.Acknowledge;
import org.upstander.alert.application.EngineSettings;
import org.upstander.alert.application.Resolve;
import org.upstander.alert.application.Wakeups;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.InfrastructureResource;

/** Each test has a member of staff of its own, with a contact who has a mail address. */
abstract class EngineTestBase {

    static final Duration SOON = ofSeconds(15);

    private static KafkaProducer<String, byte[]> producer;

    @Inject MovableClock clock;
    @Inject ScriptedDirectory directory;
    @Inject ScriptedNotifiers channels;
    @Inject Acknowledge acknowledge;
    @Inject Resolve resolve;
    @Inject EngineSettings settings;
    @Inject Wakeups wakeups;
    @Inject ObjectMapper json;

    String staffId;
    String contactId;
    String mail;
    Posts posts;

    @BeforeAll
    static void connect() {
        producer = TestProducer.open();
    }

    @AfterAll
    static void disconnect() {
        producer.close();
    }

    /** Whatever a test is about: nothing goes out that could be sent after its lease. */
    @AfterEach
    void whatWasSentHadALease() {
        assertThat(channels.sentBeyond(settings.deliveries().lease())).isEmpty();
    }

    @BeforeEach
    void employ() {
        // The tables come behind the start.
        eventually(() -> given().get("/q/health/ready").then().statusCode(200));
        String name = UUID.randomUUID().toString().substring(0, 8);
        staffId = "cm-" + name;
        contactId = "ct-" + name;
        mail = name + "@example.org";
        posts = new Posts(staffId);
        directory.contact(contactId, null, ScriptedDirectory.mail(mail));
        directory.staff(staffId, contactId, null);
    }

    void publish(AssessmentEvent... events) {
        for (AssessmentEvent event : events) {
            try {
                publish(event.staffId(), EventTypes.ASSESSMENT, json.writeValueAsBytes(event));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        producer.flush();
    }

    void publish(String key, String type, byte[] value) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.ASSESSMENTS, key, value);
        record.headers().add(Headers.TYPE, type.getBytes(StandardCharsets.UTF_8));
        producer.send(record);
    }

    /** Publishes a harmless assessment and waits until it is recorded: all before it is, too. */
    void publishAndWaitForAll(AssessmentEvent... events) {
        publish(events);
        AssessmentEvent last =
                posts.assessment("end-" + UUID.randomUUID(), "r1", "z", null, "neutral", 0, null);
        publish(last);
        eventually(
                () ->
                        org.assertj.core.api.Assertions.assertThat(
                                        column(
                                                "select id from assessment where id = ?",
                                                last.assessmentId()))
                                .hasSize(1));
    }

    void forward(Duration step) {
        clock.forward(step);
        wakeups.wakeAll();
    }

    static void eventually(ThrowingRunnable condition) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).untilAsserted(condition);
    }

    static <T> T now(Uni<T> uni) {
        return uni.await().atMost(SOON);
    }

    String incidentId() {
        List<String> ids = column("select id from incident where staff_id = ?", staffId);
        org.assertj.core.api.Assertions.assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    /** The first column of the rows, as text. */
    static List<String> column(String sql, Object... parameters) {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection connection() throws SQLException {
        Database database = InfrastructureResource.shared().database();
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.name()),
                database.user(),
                database.password());
    }
}
