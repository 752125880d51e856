package org.upstander.alert.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.http.AssessmentFeed.Draft;
import org.upstander.alert.notify.ReceiversResource;
import org.upstander.infrastructure.InfrastructureResource;

/** A page by chat, from the assessment to the acknowledgement by its button. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ReceiversResource.class)
class ChatIT extends RestTestBase {

    private static final Duration SOON = Duration.ofSeconds(20);

    private WireMockServer receiver;
    private String staff;

    @BeforeEach
    void listen() {
        receiver = ReceiversResource.receiver();
        receiver.resetAll();
        staff = fresh("cm");
    }

    @Test
    void aPageGoesOutOverSlackAndItsButtonAcknowledges() throws Exception {
        // Given
        receiver.stubFor(post(anyUrl()).willReturn(ok("ok")));
        contact(method("slack", "/services/T1/B1/" + staff));
        // When
        attack();
        // Then
        JsonNode body = sent("/services/T1/B1/" + staff);
        JsonNode button = body.findParent("elements").path("elements").get(0);
        assertThat(button.path("text").path("text").asText()).isEqualTo("Acknowledge");
        String incident = column("select id from incident where staff_id = ?", staff).get(0);
        given().post(URI.create(button.path("url").asText()).getPath()).then().statusCode(200);
        admin().get("/v1/incidents/" + incident)
                .then()
                .statusCode(200)
                .body("state", equalTo("acknowledged"));
        assertThat(body.toString()).doesNotContain("spineless", "heath", "Dana");
    }

    @Test
    void aChannelThatRefusesHandsOnAtOnce() throws Exception {
        // Given
        String slack = "/services/T2/B2/" + staff;
        String topic = "t" + staff;
        receiver.stubFor(
                post(urlEqualTo(slack))
                        .willReturn(aResponse().withStatus(404).withBody("no_service")));
        receiver.stubFor(post(urlEqualTo("/ntfy/")).willReturn(ok("{\"id\":\"sPs71M8A2T1v\"}")));
        contact(method("slack", slack) + "," + method("ntfy", "/ntfy/" + topic));
        // When
        attack();
        // Then
        assertThat(sent("/ntfy/").path("topic").asText()).isEqualTo(topic);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                column(
                                                        "select d.channel || ' ' || d.state from delivery d join incident i on i.id = d.incident_id where i.staff_id = ?",
                                                        staff))
                                        .containsExactlyInAnyOrder(
                                                "slack failed", "ntfy delivered"));
    }

    @Test
    void aWrongAddressIsNamedWithItsFix() {
        json("""
             {"displayName":"Lead","methods":[{"channel":"slack","address":"https://hooks.slack.com/x"},
              {"channel":"ntfy","address":"https://ntfy.sh/oncall"},{"channel":"goalert","address":"https://goalert.example.org/"}]}""")
                .put("/v1/contacts/" + fresh("ct"))
                .then()
                .statusCode(400)
                .body("errors", org.hamcrest.Matchers.hasSize(3))
                .body("errors.pointer", everyItem(containsString("/address")))
                .body(
                        "errors.detail",
                        hasItems(
                                containsString("/services/"),
                                containsString("access token"),
                                containsString("?token=")));
    }

    private void contact(String methods) {
        String contact = fresh("ct");
        json("{\"displayName\":\"Lead\",\"methods\":[" + methods + "]}")
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201)
                .body("warnings", equalTo(List.of()));
        json("{\"displayName\":\"Dana Okafor\",\"escalation\":{\"contactId\":\"" + contact + "\"}}")
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(201);
    }

    private String method(String channel, String path) {
        return "{\"channel\":\"%s\",\"address\":\"http://127.0.0.1:%d%s\",\"verified\":true}"
                .formatted(channel, receiver.port(), path);
    }

    private void attack() {
        AssessmentFeed.publishAndWait(
                Draft.attack(fresh("as"), staff, "heath", "you spineless fraud"));
    }

    private JsonNode sent(String url) throws Exception {
        await().atMost(SOON)
                .untilAsserted(() -> receiver.verify(1, postRequestedFor(urlEqualTo(url))));
        return new ObjectMapper()
                .readTree(
                        receiver.findAll(postRequestedFor(urlEqualTo(url)))
                                .get(0)
                                .getBodyAsString());
    }
}
