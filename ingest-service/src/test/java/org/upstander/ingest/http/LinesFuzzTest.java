package org.upstander.ingest.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;

/** Lines as they are pushed, however they are cut. */
class LinesFuzzTest {

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(
                "\t\uFEFF"
                        + "{\"source\":\"forum\",\"externalId\":\"1\",\"author\":{\"handle\":\"@heath\",\"id\":7},\"thread\":{\"id\":2,\"title\":\"t\"},\"replyTo\":{\"externalId\":\"3\",\"author\":\"mila\"},\"text\":\"a\\u0062\",\"createdAt\":\"2026-03-03T06:33:26+01:00\",\"url\":\"https://example.org\",\"language\":\"de-CH\",\"attributeScores\":{\"TOXICITY\":{\"summaryScore\":{\"value\":0.9,\"type\":\"PROBABILITY\"}}}}"
                        + "\n\r\n{\"externalId\":\n"
                        + "{\"source\":\"forum\",\"externalId\":\"1\",\"author\":{\"handle\":\"@heath\",\"id\":7},\"thread\":{\"id\":2,\"title\":\"t\"},\"replyTo\":{\"externalId\":\"3\",\"author\":\"mila\"},\"text\":\"a\\u0062\",\"createdAt\":\"2026-03-03T06:33:26+01:00\",\"url\":\"https://example.org\",\"language\":\"de-CH\",\"attributeScores\":{\"TOXICITY\":{\"summaryScore\":{\"value\":0.9,\"type\":\"PROBABILITY\"}}}}");
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyItemIsJudged(byte[] bytes) {
        Lines lines = new Lines();
        int part = bytes.length == 0 ? 1 : Math.max(1, bytes[0]);
        for (int at = 1; at < bytes.length; at += part) {
            lines.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + part)));
        }
        lines.end();
        while (!lines.isEmpty()) {
            Fuzzing.assertJudged(new ItemReader<>(PostItem::new).readAll(lines.take()));
        }
    }
}
