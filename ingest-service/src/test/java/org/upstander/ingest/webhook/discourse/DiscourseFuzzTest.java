package org.upstander.ingest.webhook.discourse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.webhook.WebhookFuzz;

/** Deliveries that a platform never made. */
class DiscourseFuzzTest {

    private static final List<Map<String, String>> HEADERS =
            List.of(
                    Map.of(
                            "x-discourse-event",
                            "post_edited",
                            "x-discourse-instance",
                            "https://forum.example.org"),
                    Map.of("x-discourse-event", "post_destroyed"),
                    Map.of("x-discourse-event", "chat_message_created"),
                    Map.of("x-discourse-event", "user_created"),
                    Map.of("x-discourse-event", "user_suspended"),
                    Map.of("x-discourse-event", "reviewable_updated"));

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Fuzzing.fixtures("webhooks/discourse-post.json", "webhooks/discourse-user.json"),
                Fuzzing.texts(
                        "{\"chat_message\":{\"id\":1,\"message\":\"a\",\"user\":{\"id\":2},\"channel\":{\"id\":3,\"chatable_type\":\"DirectMessage\"},\"in_reply_to\":{\"id\":4,\"user\":{}}}}",
                        "{\"user\":{\"id\":1,\"username\":\"heath\",\"suspended_at\":\"2026-03-03T06:33:26Z\"},\"reviewable\":{\"status\":1,\"target_created_by\":{\"id\":2}}}"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsReadOrUnreadable(byte[] bytes) {
        for (Map<String, String> headers : HEADERS) {
            WebhookFuzz.read(new DiscourseWebhook(), headers, bytes);
        }
    }
}
