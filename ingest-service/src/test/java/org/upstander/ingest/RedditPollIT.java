package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Listings of Reddit that are asked. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class RedditPollIT extends PollsBase {

    /** As long as Reddit's are. */
    private static final String TOKEN = "token-of-reddit-" + "x".repeat(1_000);

    @Override
    String type() {
        return "reddit";
    }

    @Override
    String secret() {
        return TOKEN;
    }

    @Override
    String url(String base) {
        return base + path();
    }

    @Override
    String path() {
        return "/r/" + id + "/comments";
    }

    @Override
    MappingBuilder newest() {
        return get(urlEqualTo(path() + "?limit=100&raw_json=1"));
    }

    @Override
    MappingBuilder behind(int number) {
        return get(urlEqualTo(path() + "?limit=100&raw_json=1&after=t1_" + number));
    }

    @Override
    String item(Said said) {
        return """
        {"kind":"t1","data":{"name":"t1_%1$d","author":"heath_v","author_fullname":"t2_h8","body":"%2$s",
         "created_utc":1772519606.0,"edited":%3$s,"link_id":"t3_1abc02","link_title":"Judging","parent_id":"t3_1abc02",
         "permalink":"/r/judging/comments/1abc02/judging/%1$d/"}}"""
                .formatted(
                        said.number(), said.text(), said.version() > 1 ? "1772519700.0" : "false");
    }

    @Override
    String badItem() {
        return "{\"kind\":\"t1\",\"data\":{\"name\":\"t1_7\"}}";
    }

    @Override
    ResponseDefinitionBuilder page(String items, int oldest) {
        return okJson(
                """
                {"kind":"Listing","data":{"before":null,"after":"t1_%d","children":[%s]}}"""
                        .formatted(oldest, items));
    }

    @Test
    void theTokenIsForRedditOnly() {
        assertKeptFromOthers("Authorization", "Bearer " + secret());
    }

    @Test
    void whatIsRemovedIsDeleted() {
        // Given
        answer(said(2), said(1));
        put();
        String before = posts(2).get(0);

        // When
        answer(said(2), new Said(1, "[removed]", 1));
        put();
        JsonPath removed = JsonPath.from(posts(3).get(2));

        // Then
        assertThat(removed.getBoolean("deleted")).isTrue();
        assertThat(removed.getString("postId"))
                .isEqualTo(JsonPath.from(before).getString("postId"));
    }

    @Test
    void whereNothingIsLeftItIsNotAskedAgainAtOnce() {
        // Given
        answer(said(1));
        put();
        posts(1);

        // When
        server.stubFor(
                newest().willReturn(
                                page(items(said(3), said(2)), 2)
                                        .withHeader("X-Ratelimit-Remaining", "0.0")
                                        .withHeader("X-Ratelimit-Reset", "3600")));
        server.stubFor(behind(2).willReturn(page(items(said(1)), 1)));
        put();
        posts(3);

        // Then
        assertAskedFor(Duration.ofSeconds(1), 2);

        // When
        put();

        // Then
        await().untilAsserted(() -> server.verify(3, getRequestedFor(urlPathEqualTo(path()))));
        assertThat(posts(3)).hasSize(3);
    }

    @Test
    void redditNeedsAnAddressAndAToken() {
        SourceCalls.put(
                        "reddit-" + id,
                        """
                        {"type":"reddit","displayName":"Subreddit","platform":"reddit"}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url", "/secrets"));
    }
}
