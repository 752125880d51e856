package org.upstander.bench.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;

/** Entries of the roster as alert-service writes them. */
public final class RosterRecord {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRITTEN = "2026-11-20T09:00:00Z";

    private RosterRecord() {}

    /** With a protected phone number and e-mail address that nobody writes. */
    public static ProducerRecord<byte[], byte[]> of(Person person) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("staffId", person.staffId()).put("displayName", person.name());
        entry.putArray("names").add(person.name()).add(person.firstName());
        entry.putArray("handles")
                .addObject()
                .put("platform", Traffic.PLATFORM)
                .put("handle", person.handle());
        entry.putArray("roleTitles");
        entry.put("junior", false).put("updatedAt", WRITTEN);
        ArrayNode identifiers = entry.putArray("protectedIdentifiers");
        Random random = new Random(person.staffId().hashCode());
        for (String kind : new String[] {"phone", "email"}) {
            identifiers.addObject().put("kind", kind).put("hash", hash(random));
        }
        ProducerRecord<byte[], byte[]> roster =
                new ProducerRecord<>(Topics.ROSTER, utf8(person.staffId()), bytes(entry));
        roster.headers()
                .add(Headers.SPEC_VERSION, utf8(Headers.SPEC_VERSION_VALUE))
                .add(Headers.ID, utf8("roster-" + person.staffId()))
                .add(Headers.SOURCE, utf8("/upstander/alert-service"))
                .add(Headers.TYPE, utf8(EventTypes.ROSTER_ENTRY))
                .add(Headers.TIME, utf8(WRITTEN))
                .add(Headers.CONTENT_TYPE, utf8(Headers.JSON));
        return roster;
    }

    private static String hash(Random random) {
        return "%016x%016x%016x%016x"
                .formatted(
                        random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
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
