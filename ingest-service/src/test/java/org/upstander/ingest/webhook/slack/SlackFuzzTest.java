package org.upstander.ingest.webhook.slack;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.webhook.WebhookFuzz;

/** Deliveries that a platform never made. */
class SlackFuzzTest {

    private static final List<Map<String, String>> HEADERS = List.of(Map.of());

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Fuzzing.fixtures("webhooks/slack-message.json"),
                Fuzzing.texts(
                        "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"subtype\":\"message_changed\",\"channel\":\"C1\",\"channel_type\":\"im\",\"message\":{\"user\":\"U1\",\"text\":\"<@U2|b> <https://example.org|c> <!date^1|d> &lt;\",\"ts\":\"1355517523.000005\",\"thread_ts\":\"1355517522.000005\",\"edited\":{\"ts\":\"1355517524.000005\"}}}}",
                        "{\"type\":\"url_verification\",\"challenge\":\"a\"}",
                        "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"U1\",\"text\":\"x\",\"ts\":\"1e2147483647\"}}"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsReadOrUnreadable(byte[] bytes) {
        for (Map<String, String> headers : HEADERS) {
            WebhookFuzz.read(new SlackWebhook(), headers, bytes);
        }
    }
}
