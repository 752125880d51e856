package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.notify.ReceiversResource;
import org.upstander.infrastructure.InfrastructureResource;

/** A method pages nobody before its code came back; the mails go to a real mailbox. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ReceiversResource.class)
class ContactMethodIT extends RestTestBase {

    private String path;
    private String mail;

    @BeforeEach
    void aContactWhoseMailIsNotVerified() {
        path = "/v1/contacts/" + fresh("ct");
        mail = fresh("lead") + "@example.org";
        put(mail, 201);
    }

    @Test
    void theCodeThatArrivedVerifiesTheMethod() {
        // Given
        post(":send-code").statusCode(202).body("channel", equalTo("email"));
        String code = codeAt(mail);

        // When
        verify(code)
                .statusCode(200)
                .body("methods[0].verified", equalTo(true))
                .body("warnings.size()", equalTo(0));

        // Then: it stays so when sent back, is good once, and holds for this address only
        put(mail, 200);
        admin().get(path).then().body("methods[0].verified", equalTo(true));
        verify(code).statusCode(400).body("errors.pointer", hasItem("/code"));
        put("other-" + mail, 200);
        admin().get(path).then().body("methods[0].verified", equalTo(false));
    }

    @Test
    void aCodeForOneAddressVerifiesNoOther() {
        // Given
        post(":send-code").statusCode(202);
        String code = codeAt(mail);

        // When
        put("other-" + mail, 200);

        // Then
        verify(code).statusCode(400).body("detail", containsString("no code to this address"));
        admin().get(path).then().body("methods[0].verified", equalTo(false));
    }

    @Test
    void fiveWrongCodesEndTheRightOne() {
        // Given
        post(":send-code").statusCode(202);
        String code = codeAt(mail);
        String wrong = code.equals("000000") ? "000001" : "000000";

        // When
        for (int left = 4; left >= 0; left--) {
            verify(wrong).statusCode(400).body("detail", containsString(left + " tries are left"));
        }

        // Then
        verify(code).statusCode(400).body("detail", containsString("send a new one"));
        admin().get(path).then().body("methods[0].verified", equalTo(false));
    }

    @Test
    void aContactIsNotBombardedOverAnyOfTheirMethods() {
        post(":send-code").statusCode(202);
        post(":send-code").statusCode(429).header("Retry-After", Integer::parseInt, atMost(61));
        put("other-" + mail, 200);
        post(":send-code").statusCode(429);
        String id = path.substring(path.lastIndexOf('/') + 1);
        sql(
                "update method_check set created_at = created_at - interval '61 s' where contact_id = ?",
                id);
        post(":send-code").statusCode(202);
    }

    @Test
    void aTestGoesToAVerifiedMethodOnly() {
        // Given
        post(":test").statusCode(400).body("errors.pointer", hasItem("/methods/0"));
        json(DirectoryBodies.contact(mail)).put(path).then().statusCode(200);

        // When
        post(":test").statusCode(202);

        // Then
        assertThat(subjectAt(mail)).isEqualTo("Test message from Upstander");
        post(":test").statusCode(429);
    }

    @Test
    void aMethodThatIsNotThereIsNotFound() {
        admin().post(path + "/methods/1:send-code").then().statusCode(404);
        admin().post(path + "/methods/x:test").then().statusCode(404);
        admin().post("/v1/contacts/nobody/methods/0:send-code").then().statusCode(404);
    }

    @Test
    void noCodeIsKept() {
        // When
        post(":send-code").statusCode(202);
        String code = codeAt(mail);

        // Then
        assertThat(
                        column(
                                "select row_to_json(m)::text from method_check m where address = ?",
                                mail))
                .hasSize(1)
                .noneMatch(row -> row.replaceAll("mc-[0-9a-f]+", "").contains("\"" + code + "\""));
    }

    private static org.hamcrest.Matcher<Integer> atMost(int seconds) {
        return org.hamcrest.Matchers.lessThanOrEqualTo(seconds);
    }

    private void put(String address, int status) {
        json("{\"displayName\":\"Lead\",\"methods\":[{\"channel\":\"email\",\"address\":\"%s\"}]}"
                        .formatted(address))
                .put(path)
                .then()
                .statusCode(status);
    }

    private io.restassured.response.ValidatableResponse post(String action) {
        return admin().post(path + "/methods/0" + action).then();
    }

    private io.restassured.response.ValidatableResponse verify(String code) {
        return json("{\"code\":\"" + code + "\"}").post(path + "/methods/0:verify").then();
    }

    private static String codeAt(String address) {
        return subjectAt(address).replaceAll("\\D", "");
    }

    private static String subjectAt(String address) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> subjectsAt(address), subjects -> subjects.size() == 1)
                .get(0);
    }

    private static List<String> subjectsAt(String address) throws MessagingException {
        List<String> subjects = new java.util.ArrayList<>();
        for (MimeMessage mail : ReceiversResource.mailbox().getReceivedMessages()) {
            if (Arrays.stream(mail.getAllRecipients())
                    .anyMatch(to -> to.toString().equals(address))) {
                subjects.add(mail.getSubject());
            }
        }
        return subjects;
    }
}
