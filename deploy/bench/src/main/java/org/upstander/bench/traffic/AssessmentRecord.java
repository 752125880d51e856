package org.upstander.bench.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;

/** Verdicts as scoring-service writes them, for what is about alert-service alone. */
public final class AssessmentRecord {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT =
            "You are a pathetic liar and a disgusting little fraud, everybody here despises you.";

    private AssessmentRecord() {}

    /**
     * An attack of severity 2.
     *
     * @param staffId who is attacked
     * @param number makes the ids of post and verdict
     * @param author number of the author
     * @param thread number of the thread
     */
    public static ProducerRecord<byte[], byte[]> attack(
            String staffId, long number, long author, long thread) {
        ObjectNode event = JSON.createObjectNode();
        String now = Instant.now().toString();
        event.put("assessmentId", "%032x".formatted(number));
        event.put("postId", "%032x".formatted(number));
        event.put("revision", "%016x".formatted(number)).put("staffId", staffId);
        event.put("source", Traffic.PLATFORM).put("externalId", "p" + number);
        event.putObject("author").put("id", "a" + author).put("handle", "author_" + author);
        event.putObject("thread").put("id", "t" + thread).put("title", "Round two");
        event.put("postedAt", now).put("assessedAt", now);
        event.put("verdict", "attack").put("severity", 2).put("score", 0.93);
        event.putArray("categories").addObject().put("name", "insult").put("score", 0.93);
        event.putObject("binding")
                .put("how", "name")
                .put("text", "You")
                .put("start", 0)
                .put("end", 3);
        event.putArray("evidence")
                .addObject()
                .put("start", 10)
                .put("end", 23)
                .put("category", "insult")
                .put("weight", 0.6);
        event.put("spam", false).put("language", "en").put("model", "bench-1").put("text", TEXT);
        ProducerRecord<byte[], byte[]> attack =
                new ProducerRecord<>(Topics.ASSESSMENTS, utf8(staffId), bytes(event));
        attack.headers()
                .add(Headers.SPEC_VERSION, utf8(Headers.SPEC_VERSION_VALUE))
                .add(Headers.ID, utf8("%032x".formatted(number)))
                .add(Headers.SOURCE, utf8("/upstander/scoring-service"))
                .add(Headers.TYPE, utf8(EventTypes.ASSESSMENT))
                .add(Headers.TIME, utf8(now))
                .add(Headers.CONTENT_TYPE, utf8(Headers.JSON));
        return attack;
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
