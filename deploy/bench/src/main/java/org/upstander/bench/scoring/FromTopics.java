package org.upstander.bench.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.upstander.bench.traffic.Person;
import org.upstander.bench.traffic.RosterRecord;
import org.upstander.bench.traffic.SyntheticPost;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.StaffMember;

/** People and posts as scoring-service reads them from the benchmark's records. */
public final class FromTopics {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FromTopics() {}

    public static StaffMember member(Person person) {
        JsonNode entry = tree(RosterRecord.of(person));
        List<String> names = new ArrayList<>();
        entry.get("names").forEach(name -> names.add(name.asText()));
        List<StaffMember.Handle> handles = new ArrayList<>();
        entry.get("handles")
                .forEach(
                        handle ->
                                handles.add(
                                        new StaffMember.Handle(
                                                handle.get("platform").asText(),
                                                handle.get("handle").asText())));
        List<StaffMember.ProtectedIdentifier> identifiers = new ArrayList<>();
        entry.get("protectedIdentifiers")
                .forEach(
                        identifier ->
                                identifiers.add(
                                        new StaffMember.ProtectedIdentifier(
                                                identifier.get("kind").asText(),
                                                identifier.get("hash").asText())));
        return new StaffMember(
                entry.get("staffId").asText(),
                entry.get("displayName").asText(),
                names,
                handles,
                List.of(),
                null,
                entry.get("junior").asBoolean(),
                null,
                identifiers);
    }

    public static Post post(SyntheticPost post) {
        JsonNode event = tree(post.asRecord());
        return new Post(
                event.get("postId").asText(),
                event.get("revision").asText(),
                event.get("source").asText(),
                event.get("externalId").asText(),
                new Post.Author(
                        event.at("/author/id").asText(),
                        event.at("/author/handle").asText(),
                        event.at("/author/displayName").asText()),
                new Post.Thread(
                        event.at("/thread/id").asText(), event.at("/thread/title").asText()),
                null,
                event.get("text").asText(),
                event.get("deleted").asBoolean(),
                null,
                event.get("url").asText(),
                null);
    }

    private static JsonNode tree(ProducerRecord<byte[], byte[]> written) {
        try {
            return JSON.readTree(written.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
