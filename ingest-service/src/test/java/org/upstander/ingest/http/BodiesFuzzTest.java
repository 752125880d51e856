package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;

/** Bodies of POST /v1/posts and /v1/signals. */
class BodiesFuzzTest {

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(
                "{\"source\":\"forum\",\"externalId\":\"1\",\"author\":{\"handle\":\"@heath\",\"id\":7},\"thread\":{\"id\":2,\"title\":\"t\"},\"replyTo\":{\"externalId\":\"3\",\"author\":\"mila\"},\"text\":\"a\\u0062\",\"createdAt\":\"2026-03-03T06:33:26+01:00\",\"url\":\"https://example.org\",\"language\":\"de-CH\",\"attributeScores\":{\"TOXICITY\":{\"summaryScore\":{\"value\":0.9,\"type\":\"PROBABILITY\"}}}}",
                "["
                        + "{\"source\":\"forum\",\"externalId\":\"1\",\"author\":{\"handle\":\"@heath\",\"id\":7},\"thread\":{\"id\":2,\"title\":\"t\"},\"replyTo\":{\"externalId\":\"3\",\"author\":\"mila\"},\"text\":\"a\\u0062\",\"createdAt\":\"2026-03-03T06:33:26+01:00\",\"url\":\"https://example.org\",\"language\":\"de-CH\",\"attributeScores\":{\"TOXICITY\":{\"summaryScore\":{\"value\":0.9,\"type\":\"PROBABILITY\"}}}}"
                        + ",{}]",
                "{\"type\":\"contact-attempt\",\"kind\":\"call\",\"author\":\"heath\",\"staff\":\"cm-07\",\"at\":\"2026-11-23T12:00:00Z\"}");
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyItemIsJudged(byte[] bytes) {
        try {
            JsonItems items = JsonItems.of(bytes);
            assertThat(items.slices()).hasSizeLessThanOrEqualTo(HttpLimits.ARRAY_ITEMS);
            Fuzzing.assertJudged(new ItemReader<>(PostItem::new).readAll(items.slices()));
            Fuzzing.assertJudged(new ItemReader<>(SignalItem::new).readAll(items.slices()));
        } catch (BadRequest e) {
            assertThat(e.status()).isEqualTo(400);
        }
    }
}
