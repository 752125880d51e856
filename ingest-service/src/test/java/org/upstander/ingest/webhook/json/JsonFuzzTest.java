package org.upstander.ingest.webhook.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;
import org.upstander.ingest.webhook.Deliveries;
import org.upstander.ingest.webhook.WebhookFuzz;

/** Deliveries of places that say where their fields stand. */
class JsonFuzzTest {

    private static final Source SOURCE =
            Deliveries.source(
                    List.of(),
                    new SourceSettings.Builder()
                            .mapping(
                                    Map.of(
                                            "items",
                                            "/posts",
                                            "externalId",
                                            "/id",
                                            "author.handle",
                                            "/who",
                                            "text",
                                            "/said",
                                            "createdAt",
                                            "/at",
                                            "deleted",
                                            "/gone",
                                            "replyTo.externalId",
                                            "/answers/0"))
                            .build());

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Fuzzing.fixtures("webhooks/json-posts.json"),
                Fuzzing.texts(
                        "{\"posts\":[{\"id\":1,\"who\":\"heath\",\"said\":\"a\",\"at\":1772519606123.5,\"gone\":false}]}"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsReadOrUnreadable(byte[] bytes) {
        WebhookFuzz.read(new JsonWebhook(), Map.of(), bytes, SOURCE);
    }
}
