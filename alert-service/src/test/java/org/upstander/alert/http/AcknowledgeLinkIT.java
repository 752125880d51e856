package org.upstander.alert.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Links;
import org.upstander.alert.keys.LinkForge;
import org.upstander.infrastructure.InfrastructureResource;

/** The link in a message, as a mail program and as a person follow it: without a token. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class AcknowledgeLinkIT extends RestTestBase {

    @Inject Links links;

    private String id;
    private String contact;
    private String link;

    @BeforeEach
    void page() {
        id = fresh("in");
        contact = fresh("ct");
        incident(id, fresh("cm"), "2026-11-20T12:00:00Z", "open");
        json("""
             {"displayName":"Lead <b>Kim</b>","methods":[{"channel":"email","address":"lead@example.org","verified":true}]}""")
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201);
        link = links.acknowledge(id, contact).getPath();
    }

    @Test
    void lookingShowsAQuestionAndChangesNothing() {
        // When
        for (int look = 0; look < 3; look++) {
            given().get(link)
                    .then()
                    .statusCode(200)
                    .body(containsString("<form method=\"post\">"))
                    .body(containsString(id));
            given().head(link).then().statusCode(200);
        }

        // Then
        assertThat(timeline()).containsExactly("opened");
        assertThat(column("select state from incident where id = ?", id)).containsExactly("open");
    }

    @Test
    void pressingTheButtonAcknowledgesOnce() {
        // When
        given().post(link).then().statusCode(200).body(containsString("Acknowledged"));
        given().contentType("application/x-www-form-urlencoded")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("Acknowledged by " + contact));

        // Then
        assertThat(timeline()).containsExactly("opened", "acknowledged");
        assertThat(column("select acknowledged_by from incident where id = ?", id))
                .containsExactly(contact);
        given().get(link).then().statusCode(200).body(not(containsString("<form")));
    }

    @Test
    void theLinkOfAMergedIncidentIsAboutTheOneThatTookItInTheEnd() {
        // Given
        String next = fresh("in");
        String last = fresh("in");
        for (String other : List.of(next, last)) {
            incident(other, fresh("cm"), "2026-11-20T12:00:00Z", "open");
        }
        mergeInto(id, next);
        mergeInto(next, last);

        // When, Then
        given().get(link)
                .then()
                .statusCode(200)
                .body(containsString("<form method=\"post\">"))
                .body(containsString(last));
        given().post(link)
                .then()
                .statusCode(200)
                .body(containsString("Acknowledged by " + contact));
        assertThat(column("select acknowledged_by from incident where id = ?", last))
                .containsExactly(contact);
    }

    private static void mergeInto(String from, String into) {
        sql(
                "update incident set state = 'resolved', resolved_at = now(), resolved_by = 'Lea',"
                        + " resolution = 'merged', merged_into = ? where id = ?",
                into,
                from);
    }

    @Test
    void thePageHoldsNoTextNoAuthorAndNothingFromElsewhere() {
        // When
        Response page = given().get(link);

        // Then
        assertThat(page.asString())
                .doesNotContain("spineless", "heath", "Heath", "<script", "src=", "http");
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.headers().getList("Referrer-Policy")).hasSize(1);
        assertThat(page.cookies()).isEmpty();
    }

    @Test
    void anExpiredLinkSaysSoAndChangesNothing() {
        // Given
        String expired =
                "/a/" + LinkForge.token(id, contact, Instant.now().minus(Duration.ofMinutes(1)));

        // Then
        given().get(expired).then().statusCode(410).body(containsString("expired"));
        given().post(expired).then().statusCode(410);
        assertThat(timeline()).containsExactly("opened");
    }

    @Test
    void aChangedLinkOpensNothing() {
        // Given
        String token = link.substring("/a/".length());
        List<String> changed =
                List.of(
                        flip(token, 0),
                        flip(token, token.length() / 2),
                        flip(token, token.length() - 1),
                        token.substring(0, token.length() - 1),
                        token + "A",
                        token + "=",
                        "x",
                        LinkForge.token("in_unknown", contact, Instant.now().plusSeconds(60)),
                        LinkForge.token(id, "ct-unknown", Instant.now().plusSeconds(60)));

        // Then
        for (String other : changed) {
            unknown(given().urlEncodingEnabled(false).get("/a/" + other).then());
            unknown(given().urlEncodingEnabled(false).post("/a/" + other).then());
        }
        assertThat(timeline()).containsExactly("opened");
    }

    @Test
    void aLinkIsNoKeyToAnythingElse() {
        String token = link.substring("/a/".length());
        with(token).get("/v1/incidents").then().statusCode(401);
        given().urlEncodingEnabled(false)
                .post("/v1/incidents/" + id + ":acknowledge")
                .then()
                .statusCode(401);
    }

    private static void unknown(ValidatableResponse answer) {
        answer.statusCode(404).body(containsString("does not work"));
    }

    private static String flip(String token, int at) {
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    private List<String> timeline() {
        return column("select what from timeline where incident_id = ? order by id", id);
    }
}
