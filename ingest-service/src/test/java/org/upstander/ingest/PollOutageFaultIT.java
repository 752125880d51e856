package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.infrastructure.KafkaBroker;

/** Kafka is away while a source is asked: where it goes on stands still. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PollOutageFaultIT {

    private final KafkaBroker kafka = InfrastructureResource.shared().kafka();
    private final String id = UUID.randomUUID().toString();
    private WireMockServer server;

    @BeforeEach
    void start() {
        server = Peers.started();
        await().atMost(30, SECONDS)
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void comeBack() {
        kafka.start();
        Http.as(Http.ADMIN).delete("/v1/sources/away-" + id);
        server.stop();
    }

    @Test
    void whatCameMeanwhileIsAskedForAgainAndLosesNothing() {
        // Given
        server.stubFor(
                get(urlEqualTo("/feed"))
                        .willReturn(
                                ok(
                                        "<rss version=\"2.0\"><channel><title>t</title><link>l</link>"
                                                + "<description>d</description><item><guid>"
                                                + id
                                                + "</guid><title>First.</title></item></channel></rss>")));
        kafka.stop();

        // When
        SourceCalls.put(
                        "away-" + id,
                        """
                        {"type":"rss","displayName":"Blog","platform":"blog","url":"%s/feed","pollSeconds":86400}"""
                                .formatted(server.baseUrl()))
                .then()
                .statusCode(201);

        // Then: it is asked, and asked again, and counts nothing as taken
        await().atMost(30, SECONDS)
                .untilAsserted(
                        () ->
                                server.verify(
                                        moreThanOrExactly(2),
                                        getRequestedFor(urlEqualTo("/feed"))));
        assertThat(shown().getLong("health.items")).isZero();
        assertThat(shown().getString("health.state")).isEqualTo("sees");

        // When
        kafka.start();

        // Then
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(shown().getLong("health.items")).isEqualTo(1));
    }

    private JsonPath shown() {
        return Http.as(Http.ADMIN).get("/v1/sources/away-" + id).jsonPath();
    }
}
