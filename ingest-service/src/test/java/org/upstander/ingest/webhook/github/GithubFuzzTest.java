package org.upstander.ingest.webhook.github;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.webhook.WebhookFuzz;

/** Deliveries that a platform never made. */
class GithubFuzzTest {

    private static final List<Map<String, String>> HEADERS =
            List.of(
                    Map.of("x-github-event", "issues"),
                    Map.of("x-github-event", "pull_request"),
                    Map.of("x-github-event", "discussion"),
                    Map.of("x-github-event", "issue_comment"),
                    Map.of("x-github-event", "discussion_comment"),
                    Map.of("x-github-event", "pull_request_review_comment"),
                    Map.of("x-github-event", "pull_request_review"),
                    Map.of("x-github-event", "org_block"));

    static Stream<byte[]> seeds() {
        return Fuzzing.fixtures("webhooks/github-issue-comment.json");
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsReadOrUnreadable(byte[] bytes) {
        for (Map<String, String> headers : HEADERS) {
            WebhookFuzz.read(new GithubWebhook(), headers, bytes);
        }
    }
}
