package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.access.SealedBox;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** What is kept of posts as evidence: the bytes in which they came, sealed. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class OriginalsIT extends WebhooksBase {

    private static final Path FILES = Path.of("target/source-files");

    /** That of the tests' configuration. */
    static final SealedBox BOX =
            SealedBox.of(
                    "UPSTANDER_EVIDENCE_KEY",
                    List.of("demo-ZXZpZGVuY2Uta2V5LW9mLXRoZS10ZXN0cy0zMi1ieXQ="));

    private TopicTail originals;

    @BeforeEach
    void openOriginals() {
        originals =
                new TopicTail(
                        InfrastructureResource.shared().kafka().bootstrapServers(),
                        Topics.ORIGINALS);
    }

    @AfterEach
    void closeOriginals() {
        originals.close();
    }

    @Test
    void aPostIsKeptAsItWasSentBesideWhatWasReadFromIt() {
        // Given: what no reader of ours looks at is there, too
        String sent =
                "{ \"source\":\"forum\", \"externalId\":\"%s\",\"author\":\"heath\",\"text\":\"Well\\u0021\",\"likes\":7}"
                        .formatted(id);

        // When
        Http.posts(sent).then().statusCode(202);

        // Then
        ConsumerRecord<String, byte[]> post = topic.atLeast(1).get(0);
        ConsumerRecord<String, byte[]> original = originals.atLeast(1).get(0);
        assertThat(opened(original)).contains(sent);
        assertThat(original.key()).isEqualTo(postId(post));
        assertThat(TopicTail.header(original, Headers.ID))
                .isEqualTo(TopicTail.header(post, Headers.ID));
        assertThat(TopicTail.header(original, Headers.TYPE)).isEqualTo("org.upstander.original.v1");
        assertThat(TopicTail.header(original, Headers.TIME))
                .isEqualTo(TopicTail.header(post, Headers.TIME));
        assertThat(TopicTail.header(original, Headers.CONTENT_TYPE))
                .isEqualTo("application/octet-stream");
        assertThat(TopicTail.header(original, Headers.ORIGINAL_CONTENT_TYPE))
                .isEqualTo("application/json");
        assertThat(TopicTail.header(original, Headers.ORIGINAL_FORM)).isEqualTo("received");
        assertThat(TopicTail.header(original, Headers.ORIGINAL_KEY)).isEqualTo(BOX.keyId());
        assertThat(TopicTail.value(original)).doesNotContain("heath", "Well", id);
    }

    @Test
    void ofArraysAndLinesTheItemIsKept() {
        // When
        Http.posts("[%s ,\n %s,{}]".formatted(item(1), item(2))).then().statusCode(202);
        Http.lines(item(3) + "\n\n" + item(4)).then().statusCode(202);

        // Then: nothing of the one that was refused
        assertThat(originals.atLeast(4))
                .extracting(OriginalsIT::opened)
                .extracting(Optional::orElseThrow)
                .containsExactlyInAnyOrder(item(1), item(2), item(3), item(4));
    }

    @Test
    void aDeliveryIsKeptAsItCame() {
        // Given
        String delivery = post("Well judged.");

        // When
        SourceCalls.deliver(source, SECRET, delivery).then().statusCode(202);

        // Then
        ConsumerRecord<String, byte[]> original = originals.atLeast(1).get(0);
        assertThat(opened(original)).contains(delivery);
        assertThat(TopicTail.header(original, Headers.ORIGINAL_FORM)).isEqualTo("received");
    }

    @Test
    void aLineOfAFileIsKeptAndOfATableWhatItSays() throws IOException {
        // Given
        Files.createDirectories(FILES.resolve(id));
        String line = item(1).replace("\"heath\"", "{\"handle\":\"heath\"}");
        Files.writeString(FILES.resolve(id).resolve("a.ndjson"), line + "\n");
        Files.writeString(
                FILES.resolve(id).resolve("b.csv"),
                "externalId,author.handle,text\n%s-2,heath,\"Well, judged\"\n".formatted(id));
        SourceCalls.put(
                        "f-" + id,
                        """
                        {"type":"file","displayName":"Archive","platform":"forum","settings":{"path":"%s"}}"""
                                .formatted(id))
                .then()
                .statusCode(201);

        // When
        Http.as(Http.ADMIN).post("/v1/sources/f-" + id + ":backfill").then().statusCode(202);

        // Then
        List<ConsumerRecord<String, byte[]>> kept = originals.atLeast(2);
        assertThat(kept).extracting(OriginalsIT::opened).contains(Optional.of(line));
        assertThat(kept)
                .filteredOn(one -> "restated".equals(TopicTail.header(one, Headers.ORIGINAL_FORM)))
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(opened(one).orElseThrow())
                                        .contains("\"text\":\"Well, judged\""));
        Http.as(Http.ADMIN).delete("/v1/sources/f-" + id);
    }

    @Test
    void whatIsVeryLongIsCutAndSaysSo() {
        // Given
        String sent = item(1).replace("}", ",\"note\":\"" + "x".repeat(400_000) + "\"}");

        // When
        Http.posts(sent).then().statusCode(202);

        // Then
        ConsumerRecord<String, byte[]> original = originals.atLeast(1).get(0);
        assertThat(TopicTail.header(original, Headers.ORIGINAL_FORM)).isEqualTo("received-cut");
        assertThat(opened(original)).contains(sent.substring(0, 256 * 1024));
    }

    @Test
    void itOpensForItsOwnPostAndUnchangedOnly() {
        // When
        Http.posts("[%s,%s]".formatted(item(1), item(2))).then().statusCode(202);

        // Then
        List<ConsumerRecord<String, byte[]>> two = new ArrayList<>(originals.atLeast(2));
        byte[] changed = two.get(0).value().clone();
        changed[changed.length / 2] ^= 1;
        assertThat(BOX.open(changed, bound(two.get(0)))).isEmpty();
        assertThat(BOX.open(two.get(0).value(), bound(two.get(1)))).isEmpty();
        assertThat(BOX.open(two.get(0).value(), bound(two.get(0)) + "-cut")).isEmpty();
    }

    @Test
    void readinessSaysThatTheyAreKept() {
        assertThat(
                        Http.as(Http.ADMIN)
                                .get("/q/health/ready")
                                .jsonPath()
                                .getString("checks.find { it.name == 'kafka' }.data.originals"))
                .isEqualTo("kept");
    }

    private String item(int number) {
        return """
        {"source":"forum", "externalId":"%s-%d","author":"heath","text":"Well judged."}"""
                .formatted(id, number);
    }

    private static String postId(ConsumerRecord<String, byte[]> post) {
        return TopicTail.header(post, Headers.ID).split("-")[0];
    }

    static Optional<String> opened(ConsumerRecord<String, byte[]> original) {
        return BOX.open(original.value(), bound(original))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static String bound(ConsumerRecord<String, byte[]> original) {
        return String.join(
                "\n",
                TopicTail.header(original, Headers.ID),
                TopicTail.header(original, Headers.ORIGINAL_CONTENT_TYPE),
                TopicTail.header(original, Headers.ORIGINAL_FORM));
    }
}
