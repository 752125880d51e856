package org.upstander.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;

/** Writes assessments as scoring-service would, for tests that are about alert-service alone. */
final class Attacks implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    Attacks(String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "acks",
                                "all",
                                "batch.size",
                                512 * 1024,
                                "linger.ms",
                                5),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** One attack on each, by a stranger; returns when all are on the topic. */
    void on(Collection<String> staff) {
        staff.forEach(id -> producer.send(attack(id)));
        producer.flush();
    }

    /** Harmless posts about somebody, of this many characters each. */
    void harmless(String staff, int posts, int characters) {
        String text = "x".repeat(characters);
        for (int i = 0; i < posts; i++) {
            ObjectNode event = event(staff);
            event.put("verdict", "neutral").put("severity", 0).put("text", text);
            producer.send(record(staff, event));
        }
        producer.flush();
    }

    private static ProducerRecord<String, byte[]> attack(String staff) {
        return record(staff, event(staff));
    }

    private static ObjectNode event(String staff) {
        String post = UUID.randomUUID().toString().replace("-", "");
        ObjectNode event = Api.JSON.createObjectNode();
        event.put("assessmentId", post).put("postId", post);
        event.put("revision", post.substring(16)).put("staffId", staff);
        event.put("source", Community.SOURCE).put("externalId", post);
        event.putObject("author").put("id", "a-" + post).put("handle", "a-" + post);
        event.putObject("thread").put("id", "t-" + post).put("title", "Round two");
        event.put("postedAt", Instant.now().toString());
        event.put("assessedAt", Instant.now().toString());
        event.put("verdict", "attack").put("severity", 2).put("score", 0.9);
        event.putArray("categories").addObject().put("name", "insult").put("score", 0.9);
        event.putObject("binding")
                .put("how", "name")
                .put("text", "X")
                .put("start", 0)
                .put("end", 1);
        event.putArray("evidence");
        event.put("spam", false).put("language", "en").put("model", "faults-1");
        event.put("text", Community.attackOn("X"));
        return event;
    }

    private static ProducerRecord<String, byte[]> record(String staff, ObjectNode event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.ASSESSMENTS, staff, json(event));
        record.headers().add(Headers.TYPE, EventTypes.ASSESSMENT.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static byte[] json(ObjectNode event) {
        try {
            return Api.JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
