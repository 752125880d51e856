package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Forums that are asked. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class DiscoursePollIT extends PollsBase {

    @Override
    String type() {
        return "discourse-posts";
    }

    @Override
    String secret() {
        return "key-of-the-forum";
    }

    @Override
    String url(String base) {
        return base + "/" + id + "/";
    }

    @Override
    String path() {
        return "/" + id + "/posts.json";
    }

    @Override
    MappingBuilder newest() {
        return get(urlEqualTo(path()));
    }

    @Override
    MappingBuilder behind(int number) {
        return get(urlEqualTo(path() + "?before=" + number));
    }

    @Override
    String item(Said said) {
        return """
        {"id":%1$d,"name":"Heath V","username":"heath","user_id":8,"created_at":"2026-03-03T06:33:26.005Z",
         "updated_at":"2026-03-03T06:40:00.000Z","cooked":"<p>%2$s</p>","raw":"%2$s","post_number":%1$d,"post_type":1,
         "reply_to_post_number":null,"topic_id":4946,"topic_slug":"judging","topic_title":"Judging","version":%3$d}"""
                .formatted(said.number(), said.text(), said.version());
    }

    @Override
    String badItem() {
        return "{\"id\":7}";
    }

    @Override
    ResponseDefinitionBuilder page(String items, int oldest) {
        return okJson("{\"latest_posts\":[" + items + "]}");
    }

    @Test
    void theKeyIsForTheForumOnly() {
        assertKeptFromOthers("Api-Key", secret());
        server.verify(
                getRequestedFor(urlEqualTo(path()))
                        .withHeader("Api-Username", WireMock.equalTo("system")));
    }

    @Test
    void aPostThatTheWebHookBringsTooIsOne() {
        // Given
        answer(said(1));
        put();
        JsonPath asked = JsonPath.from(posts(1).get(0));
        SourceCalls.put(
                        "hook-" + id,
                        SourceCalls.discourse("forum-secret").replace("\"forum\"", '"' + id + '"'))
                .then()
                .statusCode(201);

        // When
        SourceCalls.deliver("hook-" + id, "forum-secret", "{\"post\":" + item(said(1)) + "}")
                .then()
                .statusCode(202);
        JsonPath pushed = JsonPath.from(posts(2).get(1));

        // Then
        assertThat(pushed.getString("postId")).isEqualTo(asked.getString("postId"));
        assertThat(pushed.getString("revision")).isEqualTo(asked.getString("revision"));
    }
}
