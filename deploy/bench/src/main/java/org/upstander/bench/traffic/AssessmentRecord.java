package org.upstander.bench.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;

/** Verdicts as scoring-service writes them, for what is about alert-service alone. */
public final class AssessmentRecord {

    /** Of all that these make. */
    public static final String MODEL = "bench-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What many say alike. */
    static final String TEXT =
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
        return of(Mention.attack(staffId, number, author, thread, TEXT));
    }

    /** Posted now. */
    public static ProducerRecord<byte[], byte[]> of(Mention mention) {
        String now = Instant.now().toString();
        String id = "%032x".formatted(mention.number());
        ProducerRecord<byte[], byte[]> verdict =
                new ProducerRecord<>(
                        Topics.ASSESSMENTS,
                        utf8(mention.staffId()),
                        bytes(event(mention, id, now)));
        verdict.headers()
                .add(Headers.SPEC_VERSION, utf8(Headers.SPEC_VERSION_VALUE))
                .add(Headers.ID, utf8(id))
                .add(Headers.SOURCE, utf8("/upstander/scoring-service"))
                .add(Headers.TYPE, utf8(EventTypes.ASSESSMENT))
                .add(Headers.TIME, utf8(now))
                .add(Headers.CONTENT_TYPE, utf8(Headers.JSON));
        return verdict;
    }

    private static ObjectNode event(Mention mention, String id, String now) {
        ObjectNode event = JSON.createObjectNode();
        event.put("assessmentId", id).put("postId", id);
        event.put("revision", "%016x".formatted(mention.number()));
        event.put("staffId", mention.staffId()).put("source", Traffic.PLATFORM);
        event.put("externalId", "p" + mention.number());
        event.putObject("author")
                .put("id", "a" + mention.author())
                .put("handle", "author_" + mention.author());
        event.putObject("thread").put("id", "t" + mention.thread()).put("title", "Round two");
        event.put("postedAt", now).put("assessedAt", now);
        event.put("verdict", mention.verdict()).put("severity", mention.severity());
        event.put("score", mention.score());
        ArrayNode categories = event.putArray("categories");
        event.putObject("binding")
                .put("how", "name")
                .put("text", "You")
                .put("start", 0)
                .put("end", 3);
        ArrayNode evidence = event.putArray("evidence");
        if (mention.isAttack()) {
            categories.addObject().put("name", "insult").put("score", mention.score());
            evidence.addObject()
                    .put("start", 10)
                    .put("end", 23)
                    .put("category", "insult")
                    .put("weight", 0.6);
        }
        event.put("spam", false).put("language", "en").put("model", MODEL);
        return event.put("text", mention.text());
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
