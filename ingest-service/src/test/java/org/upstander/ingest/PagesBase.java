package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A place whose newest posts are asked for, the newest first. */
abstract class PagesBase extends AskedBase {

    static WireMockServer server;
    static WireMockServer elsewhere;

    /**
     * A post there.
     *
     * @param version from 1
     */
    record Said(int number, String text, int version) {}

    /** What it is proven with, or null. */
    abstract String secret();

    /** Of the source, on a server. */
    abstract String url(String base);

    /** Path that is asked. */
    abstract String path();

    /** Asking for the newest page. */
    abstract MappingBuilder newest();

    /** Asking for the page behind the one that ends with this post. */
    abstract MappingBuilder behind(int number);

    abstract String item(Said said);

    /** One that cannot be read. */
    abstract String badItem();

    /**
     * A page, which has others behind it.
     *
     * @param items the newest first
     * @param oldest number of the last
     */
    abstract ResponseDefinitionBuilder page(String items, int oldest);

    @BeforeAll
    static void start() {
        server = Peers.started();
        elsewhere = Peers.started();
    }

    @AfterAll
    static void stop() {
        server.stop();
        elsewhere.stop();
    }

    @BeforeEach
    void names() {
        server.resetAll();
        elsewhere.resetAll();
    }

    /** A place that sends us to another one does not send our secret there. */
    void assertKeptFromOthers(String header, String value) {
        // Given
        server.stubFor(newest().willReturn(temporaryRedirect(elsewhere.baseUrl() + "/there")));
        elsewhere.stubFor(any(anyUrl()).willReturn(page(items(said(1)), 1)));

        // When
        put();
        posts(1);

        // Then
        server.verify(
                1, anyRequestedFor(urlPathEqualTo(path())).withHeader(header, equalTo(value)));
        elsewhere.verify(1, anyRequestedFor(urlPathEqualTo("/there")).withoutHeader(header));
        assertThat(
                        elsewhere.getAllServeEvents().stream()
                                .map(event -> event.getRequest().getHeaders().toString()))
                .noneMatch(headers -> headers.contains(secret()));
    }

    void assertAskedFor(Duration pause, int times) {
        await().during(pause)
                .atMost(pause.plusSeconds(4))
                .untilAsserted(() -> server.verify(times, anyRequestedFor(urlPathEqualTo(path()))));
    }

    void answer(Said... newestFirst) {
        server.stubFor(
                newest().willReturn(
                                page(
                                        items(newestFirst),
                                        newestFirst[newestFirst.length - 1].number())));
    }

    String items(Said... newestFirst) {
        return String.join(",", Stream.of(newestFirst).map(this::item).toList());
    }

    static Said said(int number) {
        return new Said(number, "Words " + number + ".", 1);
    }

    void put() {
        put(
                source,
                """
                {"type":"%s","displayName":"Place","platform":"%s","url":"%s","pollSeconds":86400%s}"""
                        .formatted(
                                type(),
                                id,
                                url(server.baseUrl()),
                                secret() == null ? "" : ",\"secrets\":[\"" + secret() + "\"]"));
    }
}
