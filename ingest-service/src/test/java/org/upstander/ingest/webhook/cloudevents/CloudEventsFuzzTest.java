package org.upstander.ingest.webhook.cloudevents;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.webhook.WebhookFuzz;

/** Deliveries that a platform never made. */
class CloudEventsFuzzTest {

    private static final List<Map<String, String>> HEADERS =
            List.of(
                    Map.of("content-type", "application/cloudevents+json"),
                    Map.of("content-type", "application/cloudevents-batch+json"),
                    Map.of(
                            "ce-specversion",
                            "1.0",
                            "ce-id",
                            "1",
                            "ce-source",
                            "/a",
                            "ce-type",
                            "b"));

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/a\",\"type\":\"b\",\"data\":{\"externalId\":\"1\",\"author\":{\"handle\":\"heath\"},\"text\":\"a\",\"createdAt\":1772519606}}",
                "["
                        + "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/a\",\"type\":\"b\",\"data\":{\"externalId\":\"1\",\"author\":{\"handle\":\"heath\"},\"text\":\"a\",\"createdAt\":1772519606}}"
                        + "]",
                "{\"externalId\":\"1\",\"text\":\"a\",\"replyTo\":{\"externalId\":2}}");
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsReadOrUnreadable(byte[] bytes) {
        for (Map<String, String> headers : HEADERS) {
            WebhookFuzz.read(new CloudEventsWebhook(), headers, bytes);
        }
    }
}
