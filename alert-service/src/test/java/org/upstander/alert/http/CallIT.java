package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Calls, and the keys that are pressed. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class CallIT extends TwilioTestBase {

    @Test
    void aKeyDuringACallAcknowledgesAndAnotherCloses() {
        // Given
        String phone = phone();
        employ("voice", phone);
        String incident = attack();
        eventually(() -> assertThat(sent(to(phone))).hasSize(1));
        String keys = callback(phone).replace("/call?", "/keys?");

        // When, Then
        twilio(keys, Map.of("CallSid", "CA-" + phone, "Digits", "9"))
                .body(containsString("No such key"));
        twilio(keys, Map.of("CallSid", "CA-" + phone, "Digits", "4"))
                .statusCode(200)
                .body(equalTo("<Response><Say>It is acknowledged.</Say></Response>"));
        assertThat(state(incident)).isEqualTo("acknowledged");
        assertThat(timeline(incident))
                .contains("acknowledged: voice:%s acknowledged it".formatted(contact));
        twilio(keys, Map.of("CallSid", "CA-" + phone, "Digits", "6"))
                .body(containsString("It is resolved."));
        assertThat(state(incident)).isEqualTo("resolved");
    }

    @Test
    void aCallThatNobodyAnswersGoesOnToTheNextMethod() {
        // Given
        String phone = phone();
        String key = routingKey();
        employ("voice", phone, "pagerduty", key);
        attack();
        eventually(
                () ->
                        assertThat(column("select state from delivery where address = ?", phone))
                                .containsExactly("delivered"));

        // When
        twilio(callback(phone), Map.of("CallSid", "CA1", "CallStatus", "no-answer"))
                .statusCode(204);

        // Then
        eventually(() -> assertThat(sent(key)).hasSize(1));
    }
}
