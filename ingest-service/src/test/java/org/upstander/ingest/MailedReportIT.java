package org.upstander.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** A member of staff tells by mail that somebody reaches for her. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class MailedReportIT extends ReportMailBase {

    @Test
    void whatComesToHerAddressIsHerReportAndTheRestArePosts() throws Exception {
        // Given
        putWithReports().statusCode(201);
        String address = address();

        // When
        double taken = mailed("taken");
        arrive("INBOX", report(1, address, "", "@glider_gaz is back.\n\n> Hello.\n-- \nDana"));
        arrive("INBOX", message(2, "Well judged."));
        putWithReports();

        // Then
        JsonPath signal = JsonPath.from(TopicTail.value(mine(1).get(0)));
        assertThat(signal.getString("type")).isEqualTo("contact-attempt");
        assertThat(signal.getString("kind")).isEqualTo("friend-request");
        assertThat(signal.getString("account")).isEqualTo("personal");
        assertThat(signal.getString("staff")).isEqualTo(staff);
        assertThat(signal.getString("source")).isEqualTo("self-report");
        assertThat(signal.getString("author.handle")).isEqualTo("glider_gaz");
        assertThat(signal.getString("at")).isEqualTo("2026-03-03T06:33:26Z");
        assertThat(signal.getString("note"))
                .isEqualTo("Friend request on my private account\n@glider_gaz is back.");
        assertThat(posts(1)).hasSize(1).allMatch(post -> post.contains("Well judged."));
        await().untilAsserted(() -> assertThat(mailed("taken")).isEqualTo(taken + 1));
    }

    @Test
    void whatIsDeliveredTwiceIsOneSignal() throws Exception {
        String address = address();
        arrive("INBOX", report(1, address, "Received: once\n", "He is back."));
        arrive("INBOX", report(1, address, "Received: twice\n", "He is back.\n"));
        arrive("INBOX", report(2, address, "", "He is back."));
        putWithReports().statusCode(201);
        assertThat(mine(3))
                .extracting(one -> TopicTail.header(one, "ce_id"))
                .hasSize(3)
                .satisfies(ids -> assertThat(ids.get(1)).isEqualTo(ids.get(0)))
                .satisfies(ids -> assertThat(ids.get(2)).isNotEqualTo(ids.get(0)));
    }

    @Test
    void nobodyHidesAMailBehindAnAddressThatIsNobodys() throws Exception {
        // Given
        putWithReports().statusCode(201);
        String before = address();
        String ended = address();
        Http.as(Http.ADMIN).delete(ADDRESSES + "/{staff}", staff).then().statusCode(204);
        Http.as(Http.ADMIN).delete(ADDRESSES + "/{staff}", staff).then().statusCode(404);
        String madeUp = reportsTo().replace("@", "+nobody@");
        double unknown = mailed("unknown");
        double automatic = mailed("automatic");

        // When
        arrive("INBOX", report(1, before, "", "You are a liar."));
        arrive("INBOX", message(2, "Well judged."));
        arrive("INBOX", report(3, "dana@example.org\nCc: " + madeUp, "", "Quit, or else."));
        arrive("INBOX", report(4, ended, "Auto-Submitted: auto-replied\n", "You are out."));
        putWithReports();

        // Then
        assertThat(posts(4))
                .hasSize(4)
                .anyMatch(post -> post.contains("You are a liar."))
                .anyMatch(post -> post.contains("Well judged."))
                .anyMatch(post -> post.contains("Quit, or else."))
                .anyMatch(post -> post.contains("You are out."))
                .allMatch(post -> post.contains("private-consented"));
        await().untilAsserted(() -> assertThat(mailed("unknown")).isEqualTo(unknown + 3));
        assertThat(mailed("automatic")).isEqualTo(automatic);
        assertThat(mine(0)).isEmpty();
    }

    @Test
    void whatAMachineWritesToHerIsCountedOnly() throws Exception {
        // Given
        String address = address();
        double automatic = mailed("automatic");

        // When
        arrive("INBOX", report(1, address, "Auto-Submitted: auto-replied\n", "Away."));
        arrive("INBOX", report(2, address, "Return-Path: <>\n", "Not delivered."));
        arrive("INBOX", message(3, "Well judged."));
        putWithReports().statusCode(201);

        // Then
        assertThat(posts(1)).hasSize(1).allMatch(post -> post.contains("Well judged."));
        await().untilAsserted(() -> assertThat(mailed("automatic")).isEqualTo(automatic + 2));
        assertThat(mine(0)).isEmpty();
    }

    @Test
    void aReportWithLargePicturesIsReadAsFarAsItGoes() throws Exception {
        String address = address();
        arrive(
                "INBOX",
                report(1, address, "", "He is back.\n" + ("x".repeat(990) + "\n").repeat(10_700)));
        putWithReports().statusCode(201);
        assertThat(TopicTail.value(mine(1).get(0))).contains("He is back.");
    }

    @Test
    void onlyAdministratorsMakeAndEndThem() {
        given().contentType(Http.JSON)
                .body("{\"staff\":\"x\"}")
                .post(ADDRESSES)
                .then()
                .statusCode(401);
        given().delete(ADDRESSES + "/x").then().statusCode(401);
        Http.as(Http.ADMIN)
                .contentType(Http.JSON)
                .body("{\"staff\":\" \"}")
                .post(ADDRESSES)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/staff"));
        SourceCalls.put(
                        source,
                        """
                        {"type":"imap","displayName":"Mail","platform":"mail","secrets":["12345678"],
                         "url":"imaps://mail.example.org/INBOX",
                         "settings":{"user":"m","privateConsented":true,"reportsTo":"a+b@example.org"}}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/settings/reportsTo"));
    }
}
