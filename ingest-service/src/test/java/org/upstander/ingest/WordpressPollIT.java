package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.hamcrest.Matchers.contains;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Blogs that are asked. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class WordpressPollIT extends PollsBase {

    @Override
    String type() {
        return "wordpress-comments";
    }

    @Override
    String secret() {
        return null;
    }

    @Override
    String url(String base) {
        return base + "/" + id;
    }

    @Override
    String path() {
        return "/" + id + "/wp-json/wp/v2/comments";
    }

    @Override
    MappingBuilder newest() {
        return page("1");
    }

    @Override
    MappingBuilder behind(int number) {
        return page("2");
    }

    private MappingBuilder page(String number) {
        return get(urlPathEqualTo(path()))
                .withQueryParam("per_page", equalTo("100"))
                .withQueryParam("orderby", equalTo("date_gmt"))
                .withQueryParam("order", equalTo("desc"))
                .withQueryParam("page", equalTo(number));
    }

    @Override
    String item(Said said) {
        return """
        {"id":%1$d,"post":4,"parent":0,"author":8,"author_name":"Heath","date":"2026-03-03T07:33:0%1$d",
         "date_gmt":"2026-03-03T06:33:0%1$d","content":{"rendered":"<p>%2$s</p>"},
         "link":"https://blog.example.org/judging#comment-%1$d","status":"approved","type":"comment"}"""
                .formatted(said.number(), said.text());
    }

    @Override
    String badItem() {
        return "{\"id\":7}";
    }

    @Override
    ResponseDefinitionBuilder page(String items, int oldest) {
        return okJson("[" + items + "]").withHeader("X-WP-TotalPages", "2");
    }

    @Test
    void aBlogHasAnAddressAndNoSecret() {
        SourceCalls.put(
                        "blog-" + id,
                        """
                        {"type":"wordpress-comments","displayName":"Blog","platform":"blog","secrets":["12345678"]}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url", "/secrets"));
    }
}
