package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A server of feeds that behaves as servers do. */
abstract class FeedBase extends AskedBase {

    static WireMockServer server;

    String path;

    @BeforeAll
    static void start() {
        server = Peers.started();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Override
    String type() {
        return "rss";
    }

    @BeforeEach
    void names() {
        path = "/" + id + ".xml";
    }

    void bad(String name, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlEqualTo("/" + id + "/" + name)).willReturn(answer));
        put(source + "-" + name, "/" + id + "/" + name, server);
    }

    void put(String at) {
        put(source, at, server);
    }

    void put(String name, String at, WireMockServer of) {
        put(
                name,
                """
                {"type":"rss","displayName":"Blog","platform":"blog","url":"%s","pollSeconds":86400}"""
                        .formatted(of.baseUrl() + at));
    }

    /** What is put anew is due at once. */
    void askAgain() {
        put(path);
    }

    JsonPath probe() {
        return Http.as(Http.ADMIN).post("/v1/sources/" + source + ":probe").jsonPath();
    }

    ResponseDefinitionBuilder feed(String... entries) {
        return ok(rss(entries)).withHeader("Content-Type", "application/rss+xml");
    }

    /** In one thread, so that they stay in order on the topic. */
    String entry(int number, String text) {
        return """
        <item><title>Round</title><guid isPermaLink="false">%1$s-%2$d</guid><author>heath</author>
          <link>https://blog.example.org/%1$s#c-%2$d</link>
          <pubDate>Tue, 0%2$d Mar 2026 06:33:26 GMT</pubDate><description>%3$s</description></item>"""
                .formatted(id, number, text);
    }

    static String rss(String... entries) {
        return "<rss version=\"2.0\"><channel><title>t</title><link>https://example.org</link>"
                + "<description>d</description>"
                + String.join("", entries)
                + "</channel></rss>";
    }

    static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
