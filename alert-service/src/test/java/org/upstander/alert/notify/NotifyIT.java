package org.upstander.alert.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Delivered;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.infrastructure.InfrastructureResource;

/** The channels as the application wires them. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ReceiversResource.class)
class NotifyIT {

    /** The mailbox is that of other tests, too. */
    private static final String READER = "reader@notify.example.org";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject @Any Instance<Notifier> notifiers;

    @Test
    void theApplicationsOwnTemplatesEscapeHtml() throws Exception {
        // Given
        GreenMail mailbox = ReceiversResource.mailbox();
        // When
        DeliveryResult result = send(Channel.EMAIL, READER);
        // Then
        assertThat(result).isInstanceOf(Delivered.class);
        MimeMessage mail = mailbox.getReceivedMessagesForDomain(READER)[0];
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("<b>Dana</b>");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("&lt;b&gt;Dana&lt;/b&gt;")
                .doesNotContain("<b>Dana</b>");
    }

    @Test
    void theUrlOfAWebhookIsInNoMetric() {
        // Given
        WireMockServer receiver = ReceiversResource.receiver();
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        String url = "http://127.0.0.1:" + receiver.port() + "/services/s3cr3t-path?key=s3cr3t-key";
        // When
        DeliveryResult result = send(Channel.WEBHOOK, url);
        // Then
        assertThat(result).isEqualTo(Results.delivered("HTTP 204"));
        receiver.verify(1, postRequestedFor(urlPathEqualTo("/services/s3cr3t-path")));
        given().header("Authorization", "Bearer demo-admin-token")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("s3cr3t")));
    }

    @Test
    void theApplicationsOwnTemplatesSpeakGerman() throws Exception {
        // Given
        String reader = "leserin@notify-de.example.org";
        Notifier mail =
                notifiers.stream()
                        .filter(at -> at.channel() == Channel.EMAIL)
                        .findFirst()
                        .orElseThrow();
        // When
        mail.send(Deliveries.of("dlv_de", 1, reader, Pages.in("de", page())))
                .await()
                .atMost(PATIENCE);
        // Then
        MimeMessage sent = ReceiversResource.mailbox().getReceivedMessagesForDomain(reader)[0];
        MimeMultipart parts = (MimeMultipart) sent.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("wird persönlich angegriffen", "24. November 2026, 12:00 Uhr UTC");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("<html lang=\"de\">", "&lt;b&gt;Dana&lt;/b&gt;");
    }

    private DeliveryResult send(Channel channel, String address) {
        Notifier notifier =
                notifiers.stream().filter(at -> at.channel() == channel).findFirst().orElseThrow();
        return notifier.send(Deliveries.of("dlv_1", 1, address, page())).await().atMost(PATIENCE);
    }

    private static IncidentPage page() {
        return new IncidentPage(
                "inc-1",
                "cm-07",
                "<b>Dana</b>",
                2,
                List.of("insult"),
                List.of(),
                List.of("forum"),
                1,
                1,
                Instant.parse("2026-11-24T12:00:00Z"),
                1,
                "first step of the policy",
                URI.create("https://alerts.example.org/incidents/inc-1"),
                URI.create("https://alerts.example.org/a/token"),
                "en");
    }
}
