package org.upstander.alert.http;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/** Text messages, there and back. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class TextMessageIT extends TwilioTestBase {

    @Test
    void aPageGoesOutByTextAndItsAnswerAcknowledges() {
        // Given
        String phone = phone();
        employ("sms", phone);
        String incident = attack();
        eventually(() -> assertThat(sent(to(phone))).hasSize(1));
        assertThat(field(phone, "Body")).contains(staff, "1a").doesNotContain("cheat", "heath");

        // When
        Map<String, String> answer = text(phone, "1a");
        twilio(TEXT, answer)
                .statusCode(200)
                .contentType("text/xml")
                .body(containsString("<Message>1 is acknowledged.</Message>"));
        twilio(TEXT, answer).statusCode(200).body(equalTo("<Response/>"));

        // Then
        assertThat(state(incident)).isEqualTo("acknowledged");
        assertThat(timeline(incident))
                .contains("acknowledged: sms:%s acknowledged it".formatted(contact));
        assertThat(
                        column(
                                "select id from page where incident_id = ? and state = 'pending'",
                                incident))
                .isEmpty();
        UpstreamsResource.receiver().verify(1, postRequestedFor(anyUrl()));
        assertThat(column("select kind from delivery where incident_id = ?", incident))
                .containsExactly("page");
    }

    @Test
    void eachMessageHasItsNumberAndABareAnswerIsAboutTheLast() {
        // Given
        String phone = phone();
        employ("sms", phone);
        String first = attack();
        eventually(() -> assertThat(sent(to(phone))).hasSize(1));
        sql("delete from incident_key where incident_id = ?", first);
        sql("update delivery set sent_at = sent_at - interval '61 s' where address = ?", phone);
        String second = attack();
        eventually(() -> assertThat(sent(to(phone))).hasSize(2));

        // When, Then
        twilio(TEXT, text(phone, "c")).body(containsString("2 is resolved."));
        assertThat(state(second)).isEqualTo("resolved");
        assertThat(state(first)).isEqualTo("open");
        twilio(TEXT, text(phone, "2a")).body(containsString("2 is as it was"));
        twilio(TEXT, text(phone, "3a")).body(equalTo("<Response/>"));
        twilio(TEXT, text(phone, "1c")).body(containsString("1 is resolved."));
        assertThat(state(first)).isEqualTo("resolved");
    }

    @Test
    void anAnswerAboutAMergedIncidentIsAboutTheOneThatTookIt() {
        // Given
        String phone = phone();
        employ("sms", phone);
        String first = attack();
        eventually(() -> assertThat(sent(to(phone))).hasSize(1));
        sql("delete from incident_key where incident_id = ?", first);
        sql("update delivery set sent_at = sent_at - interval '61 s' where address = ?", phone);
        String second = attack();
        eventually(() -> assertThat(sent(to(phone))).hasSize(2));
        json("{\"into\":\"" + first + "\"}")
                .post("/v1/incidents/" + second + ":merge")
                .then()
                .statusCode(200);

        // When: somebody closes the old alert elsewhere, which says nothing of the other one
        pagerDuty("resolved", second, "user_reference").statusCode(204);
        assertThat(state(first)).isEqualTo("open");
        twilio(TEXT, text(phone, "2a")).body(containsString("2 is acknowledged."));

        // Then
        assertThat(state(first)).isEqualTo("acknowledged");
        assertThat(timeline(first))
                .contains("acknowledged: sms:%s acknowledged it".formatted(contact));
    }

    @Test
    void theGrammarIsExplainedOnceAnHourAndOnlyToWhoWasTexted() {
        // Given
        String phone = phone();
        employ("sms", phone);
        attack();
        eventually(() -> assertThat(sent(to(phone))).hasSize(1));

        // When, Then
        twilio(TEXT, text(phone, "STOP")).body(equalTo("<Response/>"));
        twilio(TEXT, text("+12025550199", "hello?")).body(equalTo("<Response/>"));
        twilio(TEXT, text(phone, "hello?")).body(containsString("Reply 1a to acknowledge"));
        twilio(TEXT, text(phone, "hello?")).body(equalTo("<Response/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"undelivered", "failed"})
    void aMessageThatIsLostGoesOnToTheNextMethod(String status) {
        // Given
        String phone = phone();
        String key = routingKey();
        employ("sms", phone, "pagerduty", key);
        String incident = attack();
        eventually(
                () ->
                        assertThat(column("select state from delivery where address = ?", phone))
                                .containsExactly("delivered"));
        assertThat(sent(key)).isEmpty();

        // When
        String callback = callback(phone);
        twilio(callback, Map.of("MessageSid", "SM1", "MessageStatus", "sent")).statusCode(204);
        twilio(callback.replace("attempt=1", "attempt=9"), Map.of("MessageStatus", status))
                .statusCode(204);
        assertThat(column("select state from delivery where address = ?", phone))
                .containsExactly("delivered");
        twilio(callback, Map.of("MessageSid", "SM1", "MessageStatus", status)).statusCode(204);
        twilio(callback, Map.of("MessageSid", "SM1", "MessageStatus", status)).statusCode(204);

        // Then
        eventually(() -> assertThat(sent(key)).hasSize(1));
        assertThat(column("select state from delivery where address = ?", phone))
                .containsExactly("failed");
        assertThat(timeline(incident))
                .filteredOn(entry -> entry.startsWith("delivery-failed"))
                .hasSize(1);
    }

    @Test
    void deliveredIsTheReceipt() {
        // Given
        String phone = phone();
        employ("sms", phone);
        attack();
        eventually(
                () ->
                        assertThat(column("select receipt from delivery where address = ?", phone))
                                .containsExactly("SM1"));

        // When
        twilio(callback(phone), Map.of("MessageSid", "SM1", "MessageStatus", "delivered"))
                .statusCode(204);

        // Then
        assertThat(column("select receipt from delivery where address = ?", phone))
                .containsExactly("SM1 delivered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "status?delivery=d&attempt=1", "keys", "call"})
    void whatTwilioDidNotSignIsNotBelieved(String path) {
        given().contentType("application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", "0/KCTR6DLpKmkAf8muzZqo1nDgQ=")
                .body("From=%2B12025550142&Body=a")
                .post("/v1/inbound/twilio/" + path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("title", equalTo("Unauthorized"));
    }

    @Test
    void aNumberThatCannotBeDialledIsNoAddress() {
        json("{\"displayName\":\"L\",\"methods\":[{\"channel\":\"sms\",\"address\":\"0202 555\"}]}")
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/methods/0/address")))
                .body("errors[0].detail", containsString("E.164"));
    }
}
