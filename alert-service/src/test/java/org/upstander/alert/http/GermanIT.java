package org.upstander.alert.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Links;
import org.upstander.infrastructure.InfrastructureResource;

/** Languages by REST, and a contact who is spoken to in German. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class GermanIT extends TwilioTestBase {

    @Inject Links links;

    private void german(String channel, String address) {
        employ(channel, address);
        json("{\"displayName\":\"Lead\",\"language\":\"de-at\",\"methods\":[{\"channel\":\"%s\",\"address\":\"%s\"}]}"
                        .formatted(channel, address))
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(200)
                .body("language", equalTo("de-AT"));
    }

    @Test
    void aLanguageIsKeptAsBcp47WritesIt() {
        String path = "/v1/staff/" + fresh("cm");
        json("{\"displayName\":\"Dana\",\"language\":\"DE-at\"}").put(path).then().statusCode(201);
        admin().get(path).then().body("language", equalTo("de-AT"));
        json("{\"displayName\":\"Dana\"}").put(path).then().statusCode(200);
        admin().get(path).then().body("language", nullValue());
    }

    @Test
    void whatIsNoLanguageTagIsRefused() {
        for (String tag : new String[] {"", "de_DE", "german language", "e", "x".repeat(40)}) {
            json("{\"displayName\":\"Dana\",\"language\":\"%s\"}".formatted(tag))
                    .put("/v1/staff/" + fresh("cm"))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/language"))
                    .body("errors.detail", hasItem(containsString("such as en, de or de-AT")));
        }
        json("{\"displayName\":\"Lead\",\"language\":\"de_DE\",\"methods\":[{\"channel\":\"email\",\"address\":\"a@example.org\"}]}")
                .put("/v1/contacts/" + fresh("ct"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/language"));
    }

    @Test
    void aFileOfStaffMayNameIt() {
        String id = fresh("cm");
        admin().contentType("text/csv")
                .body("id,displayName,language\n%s,Dana,de\n".formatted(id))
                .post("/v1/staff:import")
                .then()
                .statusCode(200);
        admin().get("/v1/staff/" + id).then().body("language", equalTo("de"));
    }

    @Test
    void aTextMessageAndTheAnswerToItAreInGerman() {
        // Given
        String phone = phone();
        german("sms", phone);
        attack();
        eventually(() -> assertThat(sent(to(phone))).hasSize(1));
        assertThat(field(phone, "Body"))
                .startsWith("Upstander: %s wird angegriffen.".formatted(staff))
                .contains("1a: übernehmen");

        // When, Then
        twilio(TEXT, text(phone, "was?")).body(containsString("Nicht verstanden."));
        twilio(TEXT, text(phone, "1a")).body(containsString("<Message>1 ist "));
    }

    @Test
    void aCallSpeaksGerman() {
        // Given
        String phone = phone();
        german("voice", phone);
        attack();
        eventually(() -> assertThat(sent(to(phone))).hasSize(1));
        assertThat(field(phone, "Twiml")).contains("<Say language=\"de-DE\">Hier ist Upstander.");
        String keys = callback(phone).replace("/call?", "/keys?");

        // When, Then
        twilio(keys, Map.of("CallSid", "CA-" + phone, "Digits", "9"))
                .body(containsString("<Say language=\"de-DE\">Diese Taste"));
        twilio(keys, Map.of("CallSid", "CA-" + phone, "Digits", "4"))
                .body(containsString("<Say language=\"de-DE\">Der Vorfall ist "));
    }

    @Test
    void aCodeIsSentInGerman() {
        // Given
        String phone = phone();
        german("sms", phone);

        // When
        admin().post("/v1/contacts/" + contact + "/methods/0:send-code").then().statusCode(202);

        // Then
        eventually(() -> assertThat(sent(to(phone))).hasSize(1));
        assertThat(field(phone, "Body")).startsWith("Upstander: Der Code ");
    }

    @Test
    void thePageBehindALinkIsInTheLanguageOfItsContact() {
        // Given
        german("sms", phone());
        String incident = attack();
        String link = links.acknowledge(incident, contact).getPath();

        // Then
        given().header("Accept-Language", "en")
                .get(link)
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"de\">"))
                .body(containsString("Diesen Vorfall"));
        given().header("Accept-Language", "fr,de;q=0.5")
                .get("/a/none")
                .then()
                .statusCode(404)
                .body(containsString("Dieser Link geht nicht"));
        given().get("/a/none").then().statusCode(404).body(containsString("does not work"));
    }
}
