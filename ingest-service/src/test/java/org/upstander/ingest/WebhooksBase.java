package org.upstander.ingest;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;

/** A source of Discourse's type for each test. */
abstract class WebhooksBase extends PostsBase {

    static final String SECRET = "a secret of tests";

    String source;

    @BeforeEach
    void watch() {
        source = "s-" + id;
        SourceCalls.put(source, SourceCalls.discourse(SECRET)).then().statusCode(201);
    }

    String post(String text) {
        return """
        {"post":{"id":"%s","username":"heath","user_id":8,"created_at":"2026-03-03T06:33:26.005Z",
         "updated_at":"2026-03-03T06:40:00.000Z","post_number":2,"post_type":1,"topic_id":4946,"topic_slug":"judging",
         "topic_title":"Judging","version":1,"raw":"%s","topic_archetype":"regular"}}"""
                .formatted(id, text);
    }

    boolean eventually(Predicate<JsonPath> condition) {
        await().until(() -> condition.test(shown(source)));
        return true;
    }

    static JsonPath shown(String source) {
        return Http.as(Http.ADMIN).get("/v1/sources/" + source).jsonPath();
    }
}
