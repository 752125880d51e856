package org.upstander.alert.engine;

import static io.restassured.RestAssured.given;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.upstander.access.SealedBox;
import org.upstander.alert.TestProducer;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** Originals as ingest-service writes them, and as they are asked for. */
abstract class OriginalTestBase extends EngineTestBase {

    static final String SAID = "{\"source\":\"forum\",\"text\":\"you are a disgrace\",\"likes\":7}";
    static final String NEW_KEY = OriginalProfile.KEY;
    static final String STRANGE_KEY = "demo-AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

    @Inject MeterRegistry registry;

    void receive(String post, String revision, String key, String said) {
        send(post, revision, key, said, staffId + "-" + post + "-" + revision);
    }

    /** As ingest-service writes it, sealed for the record with that id. */
    void send(String post, String revision, String key, String said, String sealedFor) {
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        String id = staffId + "-" + post;
        byte[] sealed =
                SealedBox.of("UPSTANDER_EVIDENCE_KEY", List.of(key))
                        .seal(bytes, 0, bytes.length, sealedFor + "\napplication/json\nreceived");
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.ORIGINALS, id, sealed);
        Map.of(
                        Headers.ID, id + "-" + revision,
                        Headers.ORIGINAL_CONTENT_TYPE, "application/json",
                        Headers.ORIGINAL_FORM, "received")
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, byte[]> producer = TestProducer.open()) {
            producer.send(record);
        }
    }

    /** As when 72 hours are over. */
    static void forgetTopic() throws Exception {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                InfrastructureResource.shared().kafka().bootstrapServers()))) {
            int partitions =
                    admin.describeTopics(List.of(Topics.ORIGINALS))
                            .allTopicNames()
                            .get()
                            .get(Topics.ORIGINALS)
                            .partitions()
                            .size();
            admin.deleteRecords(
                            java.util.stream.IntStream.range(0, partitions)
                                    .mapToObj(at -> new TopicPartition(Topics.ORIGINALS, at))
                                    .collect(
                                            Collectors.toMap(
                                                    at -> at,
                                                    at -> RecordsToDelete.beforeOffset(-1))))
                    .all()
                    .get();
        }
    }

    ValidatableResponse original(String post, String why) {
        return admin().queryParam("why", why).get(path(post)).then();
    }

    String path(String post) {
        return "/v1/incidents/%s/posts/%s/original".formatted(incidentId(), staffId + "-" + post);
    }

    List<String> state(String post) {
        return column("select state from original where post_id = ?", staffId + "-" + post);
    }

    int attempts(String post) {
        return column("select attempt from original where post_id = ?", staffId + "-" + post)
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    double kept() {
        return registry.get("upstander.alert.originals").tag("outcome", "kept").counter().count();
    }

    static RequestSpecification admin() {
        return bearer("demo-admin-token");
    }

    static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    static String token(String staff) {
        return admin().contentType("application/json")
                .body(
                        "{\"name\":\"t\",\"scopes\":[\"incidents:read\"],\"staffId\":\"%s\"}"
                                .formatted(staff))
                .post("/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
