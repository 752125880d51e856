package org.upstander.alert.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.access.Scopes;
import org.upstander.alert.notify.webpush.Browser;
import org.upstander.infrastructure.InfrastructureResource;

/** Web Push, from the browser's subscription to the page that it reads. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class WebPushIT extends TwoWayTestBase {

    private final Browser browser = Browser.fresh();

    @Test
    void aBrowserSubscribesByOurKey() {
        with(tokenWith(Scopes.ME_READ))
                .get("/v1/webpush/key")
                .then()
                .statusCode(200)
                .body("publicKey", equalTo(UpstreamsResource.VAPID_PUBLIC));
    }

    @Test
    void aPageArrivesEncryptedAndASubscriptionThatIsGoneIsUsedNoMore() {
        // Given
        String path = "/push-" + contact;
        String key = routingKey();
        String endpoint = UpstreamsResource.receiver().baseUrl() + path;
        employ("webpush", browser.subscription(endpoint).replace("\"", "\\\""), "pagerduty", key);

        // When
        attack();

        // Then
        eventually(() -> assertThat(pushes(path)).hasSize(1));
        LoggedRequest push = pushes(path).get(0);
        assertThat(browser.read(push.getBody()))
                .contains("personal attack on " + staff)
                .doesNotContain("cheat", "heath");
        assertThat(push.getHeader("ttl")).isEqualTo("14400");

        // When: the browser unsubscribed
        UpstreamsResource.receiver()
                .stubFor(post(urlEqualTo(path)).willReturn(aResponse().withStatus(404)));
        staff = fresh("cm");
        json("{\"displayName\":\"Dana Okafor\",\"escalation\":{\"contactId\":\"%s\"}}"
                        .formatted(contact))
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(201);
        attack();

        // Then
        eventually(() -> assertThat(sent(key)).hasSize(1));
        admin().get("/v1/contacts/" + contact)
                .then()
                .body("methods[0].disabled.reason", containsString("gone for good"));
    }

    @Test
    void whatIsNoSubscriptionIsRefusedWithTheFix() {
        json("{\"displayName\":\"Lead\",\"methods\":[{\"channel\":\"webpush\",\"address\":\"https://push.example.net/p\"}]}")
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/methods/0/address"))
                .body("detail", containsString("p256dh"));
    }

    private static List<LoggedRequest> pushes(String path) {
        return UpstreamsResource.receiver().findAll(postRequestedFor(urlEqualTo(path)));
    }
}
