package org.upstander.scoring.http;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.kafka.Rosters;
import org.upstander.scoring.kafka.Samples;
import org.upstander.scoring.kafka.Topic;

/** Somebody who is meant, and calls as tests make them. */
abstract class ScoreBase {
    static final String NAME = "Ambrosine Locke";
    static final String ATTACK = NAME + " is a lying, spiteful little fraud.";
    static final String TOKEN = "demo-admin-token";

    @Inject LiveRoster roster;

    @BeforeEach
    void enrol() {
        if (!Rosters.binds(roster, NAME, "cm-ambrosine")) {
            Topic.enrol(Samples.member("cm-ambrosine", NAME, "ambrosine_l"));
            await().atMost(ofSeconds(30)).until(() -> Rosters.binds(roster, NAME, "cm-ambrosine"));
        }
    }

    @SafeVarargs
    static ValidatableResponse score(Map<String, ?>... posts) {
        return given().auth()
                .oauth2(TOKEN)
                .contentType(ContentType.JSON)
                .body(Map.of("posts", List.of(posts)))
                .post("/v1/score")
                .then();
    }

    static ValidatableResponse send(byte[] body) {
        return given().auth()
                .oauth2(TOKEN)
                .contentType("application/json")
                .body(body)
                .post("/v1/score")
                .then();
    }

    static Map<String, Object> post(String externalId, String text) {
        Map<String, Object> post = new HashMap<>();
        post.put("source", "forum");
        post.put("externalId", externalId);
        post.put("author", Map.of("id", "8", "handle", "heath", "displayName", "Heath"));
        post.put("thread", Map.of("id", "4946", "title", "Judging round 2"));
        post.put("createdAt", "2026-11-23T12:00:00Z");
        post.put("text", text);
        return post;
    }
}
