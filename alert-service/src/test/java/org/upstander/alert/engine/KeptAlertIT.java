package org.upstander.alert.engine;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Channel;
import org.upstander.infrastructure.InfrastructureResource;

/** What Alertmanager, GoAlert and Discord keep goes on and ends with the incident, over HTTP. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class KeptAlertIT extends EscalationTestBase {

    private static WireMockServer receiver;

    private String address;

    @BeforeAll
    static void start() {
        receiver = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        receiver.start();
    }

    @AfterAll
    static void stop() {
        receiver.stop();
    }

    @BeforeEach
    void listen() {
        receiver.resetAll();
        takes();
    }

    private static void takes() {
        receiver.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"4711\",\"AlertID\":10}")));
    }

    private void by(Channel channel, String path) {
        address = "http://127.0.0.1:%d/%s%s".formatted(receiver.port(), contactId, path);
        directory.contact(contactId, null, ScriptedDirectory.method(channel, address));
        channels.really(address);
    }

    /** Method and body of each request so far, the oldest first; others' are left out. */
    private List<JsonNode> sent() {
        return receiver.getAllServeEvents().stream()
                .sorted(Comparator.comparing(event -> event.getRequest().getLoggedDate()))
                .filter(event -> event.getRequest().getUrl().contains(contactId))
                .map(event -> read(event.getRequest().getBodyAsString()))
                .toList();
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Instant endsAt(int request) {
        return Instant.parse(sent().get(request).get(0).path("endsAt").asText());
    }

    private void sent(int count) {
        eventually(() -> assertThat(sent()).hasSize(count));
    }

    private List<String> refresh(String what) {
        return column(
                "select " + what + " from delivery where address = ? and kind = 'refresh'",
                address);
    }

    private void refreshWaits() {
        eventually(() -> assertThat(refresh("state")).containsExactly("pending"));
    }

    @Test
    void anAlertInAlertmanagerIsSentAgainBeforeItEndsUntilItIsResolved() {
        // Given
        by(Channel.ALERTMANAGER, "");
        attack("1", 2);
        sent(1);
        refreshWaits();

        // When
        forward(ofMinutes(4));
        assertThat(sent()).hasSize(1);
        forward(ofMinutes(1));
        sent(2);
        refreshWaits();
        now(acknowledge.acknowledge(incidentId(), "lea", "Lea is at it"));
        forward(ofMinutes(5));
        sent(3);
        refreshWaits();

        // Then
        assertThat(endsAt(1)).isAfter(endsAt(0).plus(ofMinutes(4)));
        assertThat(sent().get(2).get(0).path("labels"))
                .isEqualTo(sent().get(0).get(0).path("labels"));
        assertThat(sent().get(2).get(0).path("annotations").path("description").asText())
                .contains("Acknowledged by lea");
        now(resolve.resolve(incidentId(), "lea", null, "Over"));
        sent(4);
        assertThat(sent().get(3).get(0).path("labels"))
                .isEqualTo(sent().get(0).get(0).path("labels"));
        assertThat(endsAt(3)).isBeforeOrEqualTo(clock.instant());
        forward(ofHours(2));
        eventually(() -> assertThat(refresh("state")).containsExactly("cancelled"));
        assertThat(sent()).hasSize(4);
        assertThat(reasons())
                .filteredOn(reason -> reason.contains("alertmanager"))
                .containsExactly(
                        "Step 1: Lead %s is called by alertmanager".formatted(contactId),
                        "Step 1: alertmanager took the message to " + contactId,
                        "alertmanager of %s was told that it is resolved".formatted(contactId));
        assertThat(column("select kind from notification where incident_id = ?", incidentId()))
                .containsExactlyInAnyOrder("page", "resolve");
    }

    @Test
    void anAlertmanagerThatIsAwayIsToldWhenItIsBack() {
        // Given
        by(Channel.ALERTMANAGER, "");
        attack("1", 2);
        sent(1);
        refreshWaits();

        // When
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400)));
        forward(ofMinutes(5));
        sent(2);
        refreshWaits();
        takes();
        forward(ofMinutes(5));

        // Then
        sent(3);
        refreshWaits();
        assertThat(reasons()).noneMatch(reason -> reason.contains("failed"));
    }

    @Test
    void aGraverOneIsAnotherAlertThereAndBothEnd() {
        // Given
        by(Channel.ALERTMANAGER, "");
        attack("1", 2);
        sent(1);
        now(acknowledge.acknowledge(incidentId(), "lea", "Lea is at it"));

        // When
        attack("2", 3);
        eventually(() -> assertThat(refresh("alert_key")).containsExactly(incidentId() + "-run-1"));
        forward(ofMinutes(5));
        sent(3);

        // Then
        assertThat(sent().stream().map(KeptAlertIT::which))
                .containsExactly("warning ", "critical 1", "critical 1");
        refreshWaits();
        now(resolve.resolve(incidentId(), "lea", null, "Over", true));
        sent(5);
        assertThat(sent().subList(3, 5).stream().map(KeptAlertIT::which))
                .containsExactlyInAnyOrder("warning ", "critical 1");
        assertThat(endsAt(3)).isBeforeOrEqualTo(clock.instant());
        assertThat(endsAt(4)).isBeforeOrEqualTo(clock.instant());
    }

    private static String which(JsonNode alerts) {
        JsonNode labels = alerts.get(0).path("labels");
        return labels.path("severity").asText() + " " + labels.path("run").asText();
    }

    @Test
    void goAlertIsToldToCloseEachRunAndNothingOfAcknowledgements() {
        // Given
        by(Channel.GOALERT, "/api/v2/generic/incoming?token=t");
        attack("1", 2);
        sent(1);
        now(acknowledge.acknowledge(incidentId(), "lea", "Lea is at it"));
        attack("2", 3);
        sent(2);
        eventually(() -> assertThat(state(address)).containsOnly("delivered"));

        // When
        now(resolve.resolve(incidentId(), "lea", null, "Over", true));

        // Then
        sent(4);
        assertThat(sent().stream().map(this::goAlert))
                .startsWith("", "-run-1")
                .containsExactlyInAnyOrder("", "-run-1", "close", "close-run-1");
    }

    private String goAlert(JsonNode body) {
        return body.path("action").asText() + body.path("dedup").asText().replace(incidentId(), "");
    }

    @Test
    void discordShowsInTheMessageWhoHasIt() {
        // Given
        by(Channel.DISCORD, "/api/webhooks/1/t");
        attack("1", 2);
        sent(1);
        eventually(() -> assertThat(state(address)).containsExactly("delivered"));

        // When
        now(acknowledge.acknowledge(incidentId(), "link:lea", "Lea is at it"));
        sent(2);
        now(resolve.resolve(incidentId(), "link:lea", null, "Over"));

        // Then
        sent(3);
        assertThat(sent().stream().map(body -> body.findPath("title").asText().split(":")[0]))
                .containsExactly("Severity 2 of 4", "Acknowledged", "Resolved");
        assertThat(sent().get(2).findPath("fields").get(0).path("value").asText())
                .isEqualTo("`lea (link)`");
        assertThat(
                        receiver.getAllServeEvents().stream()
                                .map(event -> event.getRequest())
                                .filter(request -> request.getMethod().getName().equals("PATCH"))
                                .map(request -> request.getUrl()))
                .hasSize(2)
                .containsOnly("/%s/api/webhooks/1/t/messages/4711".formatted(contactId));
    }
}
