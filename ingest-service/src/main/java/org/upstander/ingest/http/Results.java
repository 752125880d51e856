package org.upstander.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Signal;
import org.upstander.ingest.domain.Violation;

/**
 * Writes what became of the items of one request: {@code
 * {"results":[…],"accepted":n,"rejected":m}}, in parts, as the items come. To be used by one thread
 * at a time.
 *
 * @param <T> {@link Post} or {@link Signal}
 */
final class Results<T> {

    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator((String) null).build();
    private static final byte[] HEAD = "{\"results\":[".getBytes(StandardCharsets.US_ASCII);
    private static final SerializableString EXTERNAL_ID = new SerializedString("externalId");
    private static final SerializableString STATUS = new SerializedString("status");
    private static final SerializableString ACCEPTED = new SerializedString("accepted");
    private static final SerializableString REJECTED = new SerializedString("rejected");
    private static final int BYTES_PER_RESULT = 140;

    private final AcceptedJson<T> acceptedJson;
    private final String problemTitle;
    private boolean begun;
    private long accepted;
    private long rejected;

    private Results(AcceptedJson<T> acceptedJson, String problemTitle) {
        this.acceptedJson = acceptedJson;
        this.problemTitle = problemTitle;
    }

    static Results<Post> ofPosts() {
        return new Results<>(Results::post, "The post was refused");
    }

    static Results<Signal> ofSignals() {
        return new Results<>(Results::signal, "The signal was refused");
    }

    /**
     * The next part.
     *
     * @param admissions of the next items, in order
     */
    byte[] part(List<Admission<T>> admissions) {
        ByteArrayOutputStream part =
                new ByteArrayOutputStream(32 + admissions.size() * BYTES_PER_RESULT);
        if (!begun) {
            begun = true;
            part.writeBytes(HEAD);
        }
        try (JsonGenerator json = JSON.createGenerator(part)) {
            for (Admission<T> admission : admissions) {
                if (accepted + rejected > 0) {
                    json.writeRaw(',');
                }
                write(json, admission);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
        return part.toByteArray();
    }

    /** The last part. */
    byte[] end() {
        String head = begun ? "" : "{\"results\":[";
        String end = head + "],\"accepted\":" + accepted + ",\"rejected\":" + rejected + "}";
        return end.getBytes(StandardCharsets.US_ASCII);
    }

    private void write(JsonGenerator json, Admission<T> admission) throws IOException {
        json.writeStartObject();
        if (admission instanceof Admission.Accepted<T> taken) {
            accepted++;
            acceptedJson.write(json, taken.item());
            json.writeFieldName(STATUS);
            json.writeString(ACCEPTED);
        } else if (admission instanceof Admission.Rejected<T> refused) {
            rejected++;
            if (refused.externalId() != null) {
                json.writeFieldName(EXTERNAL_ID);
                json.writeString(refused.externalId());
            }
            json.writeFieldName(STATUS);
            json.writeString(REJECTED);
            writeProblem(json, refused.violations());
        }
        json.writeEndObject();
    }

    private void writeProblem(JsonGenerator json, List<Violation> violations) throws IOException {
        json.writeObjectFieldStart("problem");
        json.writeStringField("type", Problem.INVALID_ITEM);
        json.writeStringField("title", problemTitle);
        json.writeStringField("detail", violations.get(0).detail());
        Problem.writeErrors(json, violations);
        json.writeEndObject();
    }

    private static void post(JsonGenerator json, Post post) throws IOException {
        json.writeFieldName(EXTERNAL_ID);
        json.writeString(post.externalId());
        json.writeStringField("postId", post.id().value());
        json.writeStringField("revision", post.revision().value());
    }

    private static void signal(JsonGenerator json, Signal signal) throws IOException {
        json.writeStringField("signalId", signal.id().value());
    }

    @FunctionalInterface
    private interface AcceptedJson<T> {
        void write(JsonGenerator json, T item) throws IOException;
    }
}
