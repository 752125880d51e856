package org.upstander.bench.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;

/**
 * A post that nobody wrote.
 *
 * @param number makes its ids
 * @param author number of its author
 * @param thread number of its thread
 * @param text what it says
 * @param named whom it names, or null
 */
public record SyntheticPost(int number, int author, int thread, String text, Person named) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRITTEN = "2026-11-23T12:00:00Z";

    /** The same under another number, so that it is another post. */
    public SyntheticPost numbered(int other) {
        return new SyntheticPost(other, author, thread, text, named);
    }

    /** As a feed hands it to the door. */
    public byte[] asRequest() {
        return bytes(common().put("createdAt", WRITTEN));
    }

    /** The same without a time, so that it counts as written when it is received. */
    public byte[] asLiveRequest() {
        return bytes(common());
    }

    /** As ingest-service writes it to the topic. */
    public ProducerRecord<byte[], byte[]> asRecord() {
        ObjectNode event = common();
        event.put("postId", "%032x".formatted(number));
        event.put("revision", "%016x".formatted(number));
        event.put("truncated", false);
        event.put("createdAt", WRITTEN).put("receivedAt", WRITTEN);
        ProducerRecord<byte[], byte[]> post =
                new ProducerRecord<>(
                        Topics.POSTS,
                        utf8(Traffic.PLATFORM + "/" + event.get("thread").get("id").asText()),
                        bytes(event));
        post.headers()
                .add(Headers.SPEC_VERSION, utf8(Headers.SPEC_VERSION_VALUE))
                .add(Headers.ID, utf8("%032x-%016x".formatted(number, number)))
                .add(Headers.SOURCE, utf8("/upstander/ingest-service"))
                .add(Headers.TYPE, utf8(EventTypes.POST))
                .add(Headers.TIME, utf8(WRITTEN))
                .add(Headers.CONTENT_TYPE, utf8(Headers.JSON));
        return post;
    }

    private ObjectNode common() {
        ObjectNode post = JSON.createObjectNode();
        post.put("source", Traffic.PLATFORM).put("externalId", Integer.toString(number));
        post.putObject("author")
                .put("id", Integer.toString(author))
                .put("handle", "member-" + author)
                .put("displayName", "Member " + author);
        post.putObject("thread")
                .put("id", Integer.toString(thread))
                .put("title", "Thread number " + thread);
        post.put("text", text).put("deleted", false);
        post.put("url", "https://forum.example.org/t/" + thread + "/" + number);
        return post.put("visibility", "public");
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
