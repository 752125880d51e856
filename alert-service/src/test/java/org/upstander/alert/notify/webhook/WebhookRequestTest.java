package org.upstander.alert.notify.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.Note;
import org.upstander.alert.application.Message.TargetNotice;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.WebhookSettings;

/** What a receiver is sent: signature, payload and headers. */
class WebhookRequestTest extends WebhookTestBase {

    private static final String NEXT = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    @Test
    void aPageArrivesSignedAndVerifiesWithTheLibrary() {
        // When
        DeliveryResult result = send(page("dlv_1", 1));
        // Then
        assertThat(result).isEqualTo(Results.delivered("HTTP 204"));
        LoggedRequest request = onlyRequest();
        assertThat(request.getHeader("webhook-id")).isEqualTo("dlv_1");
        assertThat(request.getHeader("content-type")).isEqualTo("application/json");
        assertThat(request.getHeader("host")).isEqualTo("hooks.example.org:" + receiver.port());
        assertThatCode(() -> verify(WebhookSettings.SECRET, request)).doesNotThrowAnyException();
    }

    @Test
    void duringAChangeOfTheSecretBothVerify() {
        // Given
        notifier = notifier(Map.of("upstander.webhook.next-secret", NEXT));
        // When
        send(page("dlv_1", 1));
        // Then
        LoggedRequest request = onlyRequest();
        assertThatCode(() -> verify(WebhookSettings.SECRET, request)).doesNotThrowAnyException();
        assertThatCode(() -> verify(NEXT, request)).doesNotThrowAnyException();
    }

    @Test
    void thePayloadIsThin() throws Exception {
        // When
        send(page("dlv_1", 1));
        // Then
        JsonNode body = JSON.readTree(onlyRequest().getBodyAsString());
        assertThat(body.get("type").asText()).isEqualTo("incident.page");
        assertThat(Instant.parse(body.get("timestamp").asText())).isBefore(Instant.MAX);
        assertThat(names(body)).containsExactlyInAnyOrder("type", "timestamp", "data");
        assertThat(names(body.get("data")))
                .containsExactlyInAnyOrder(
                        "incidentId",
                        "staffId",
                        "severity",
                        "categories",
                        "patterns",
                        "sources",
                        "postCount",
                        "authorCount",
                        "openedAt",
                        "step",
                        "reason",
                        "incidentUrl",
                        "acknowledgeUrl");
        assertThat(body.toString()).doesNotContain("Dana");
    }

    @Test
    void thePayloadStaysSmallWhateverComesIn() {
        // Given
        String huge = "\u202Eevil\n".repeat(20_000);
        List<String> many = Collections.nCopies(500, huge);
        Message message = page(huge, many, huge);
        // When
        send(Deliveries.of("dlv_1", 1, url(), message));
        // Then
        LoggedRequest request = onlyRequest();
        assertThat(request.getBody().length).isLessThan(20_000);
        assertThat(request.getBodyAsString()).doesNotContain("\u202E");
    }

    @Test
    void aNoticeSaysNothingButTheIncident() throws Exception {
        // When
        send(Deliveries.of("dlv_1", 1, url(), new TargetNotice("inc-1", "Dana Okafor")));
        // Then
        JsonNode body = JSON.readTree(onlyRequest().getBodyAsString());
        assertThat(body.get("type").asText()).isEqualTo("staff.notice");
        assertThat(body.get("data").toString()).isEqualTo("{\"incidentId\":\"inc-1\"}");
    }

    @Test
    void aNoteIsItsTitleAndText() throws Exception {
        // When
        send(Deliveries.of("mc-1", 1, url(), new Note("Upstander code 042195", "The code.")));
        // Then
        JsonNode body = JSON.readTree(onlyRequest().getBodyAsString());
        assertThat(body.get("type").asText()).isEqualTo("contact.note");
        assertThat(body.get("data").toString())
                .isEqualTo("{\"title\":\"Upstander code 042195\",\"text\":\"The code.\"}");
    }

    @Test
    void aRetryKeepsItsIdAndHasItsOwnTime() {
        // Given
        answer(503);
        send(page("dlv_1", 1));
        answer(204);
        // When
        send(page("dlv_1", 2));
        // Then
        List<LoggedRequest> requests = receiver.findAll(postRequestedFor(anyUrl()));
        assertThat(requests).hasSize(2);
        assertThat(requests).allMatch(request -> "dlv_1".equals(request.getHeader("webhook-id")));
        assertThat(requests).allSatisfy(request -> verify(WebhookSettings.SECRET, request));
    }

    @Test
    void theQueryOfTheAddressIsKept() {
        send(Deliveries.of("d", 1, url() + "/a%20b?key=v", page()));
        receiver.verify(1, postRequestedFor(urlEqualTo("/hook/a%20b?key=v")));
        receiver.verify(
                1,
                postRequestedFor(anyUrl())
                        .withHeader("user-agent", equalTo("Upstander-Webhook/1")));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new java.util.ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void verify(String secret, LoggedRequest request) throws Exception {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            headers.put(name, List.of(request.getHeader(name)));
        }
        new Webhook(secret).verify(request.getBodyAsString(), headers);
    }
}
