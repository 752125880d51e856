package org.upstander.ingest.webhook.mastodon;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.webhook.WebhookFuzz;

/** Deliveries that a platform never made. */
class MastodonFuzzTest {

    private static final List<Map<String, String>> HEADERS = List.of(Map.of());

    static Stream<byte[]> seeds() {
        return Fuzzing.fixtures(
                "webhooks/mastodon-status.json",
                "webhooks/mastodon-report.json",
                "webhooks/mastodon-account.json");
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsReadOrUnreadable(byte[] bytes) {
        for (Map<String, String> headers : HEADERS) {
            WebhookFuzz.read(new MastodonWebhook(), headers, bytes);
        }
    }
}
