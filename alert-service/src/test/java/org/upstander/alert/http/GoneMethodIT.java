package org.upstander.alert.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** An address that answers 410 is used no more, and everybody who relies on it is told. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class GoneMethodIT extends TwoWayTestBase {

    @Test
    void whatIsGoneIsUsedNoMoreUntilTheContactIsPutAgain() {
        // Given
        String key = routingKey();
        String path = "/gone-" + contact;
        String hook = UpstreamsResource.receiver().baseUrl() + path;
        UpstreamsResource.receiver()
                .stubFor(post(urlEqualTo(path)).willReturn(aResponse().withStatus(410)));
        employ("webhook", hook, "pagerduty", key);
        String contactPath = "/v1/contacts/" + contact;
        String tag = admin().get(contactPath).header("ETag");

        // When
        String incident = attack();

        // Then: the next method is tried at once, and it shows
        eventually(() -> assertThat(sent(key)).hasSize(1));
        assertThat(timeline(incident))
                .anyMatch(entry -> entry.contains("gone; it is used no more"));
        admin().header("If-None-Match", tag)
                .get(contactPath)
                .then()
                .statusCode(200)
                .body("methods[0].verified", org.hamcrest.Matchers.equalTo(true))
                .body("methods[0].disabled.reason", containsString("gone for good"))
                .body("methods[0].disabled.at", notNullValue())
                .body("methods[1].disabled", nullValue());
        String policy = "/v1/policies/" + fresh("po");
        json(DirectoryBodies.policy(contact))
                .put(policy)
                .then()
                .body(
                        "warnings.detail",
                        hasItem(containsString("webhook of Lead is used no more")));
        String other = fresh("cm");
        json(DirectoryBodies.staff(contact))
                .put("/v1/staff/" + other)
                .then()
                .body(
                        "warnings.detail",
                        hasItem(containsString("webhook of Lead is used no more")));

        json("""
             {"displayName":"S","timeZone":"UTC",
              "layers":[{"every":"week","start":"2026-01-05T09:00","contacts":["%s"]}]}"""
                        .formatted(contact))
                .put("/v1/schedules/" + fresh("sc"))
                .then()
                .statusCode(201)
                .body(
                        "warnings.detail",
                        hasItem(containsString("webhook of Lead is used no more")));

        // The next incident does not even try it.
        staff = other;
        attack();
        eventually(() -> assertThat(sent(key)).hasSize(2));
        assertThat(UpstreamsResource.receiver().findAll(postRequestedFor(urlEqualTo(path))))
                .hasSize(1);

        // Sent back as it was read, it is in use again.
        json(admin().get(contactPath).asString())
                .put(contactPath)
                .then()
                .statusCode(200)
                .body("methods[0].disabled", nullValue());
        json(DirectoryBodies.policy(contact))
                .put(policy)
                .then()
                .body(
                        "warnings.detail",
                        org.hamcrest.Matchers.not(hasItem(containsString("used no more"))));
    }
}
