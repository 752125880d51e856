package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** The inbox of a contact, from the page to its being read. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class InboxIT extends TwoWayTestBase {

    private static final String INBOX = "/v1/inbox";

    @Test
    void aPageIsAnEntryThatItsContactReads() {
        // Given
        String key = routingKey();
        employ("inbox", contact, "pagerduty", key);
        String token = tokenOf(contact);

        // When
        String incident = attack();

        // Then
        eventually(() -> with(token).get(INBOX).then().body("items", hasSize(1)));
        String answer =
                with(token)
                        .get(INBOX)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("items[0].contactId", equalTo(contact))
                        .body("items[0].incidentId", equalTo(incident))
                        .body("items[0].severity", equalTo(2))
                        .body("items[0].title", containsString(staff))
                        .body("items[0].facts.label", hasItem("Posts / authors"))
                        .body("items[0].incidentUrl", containsString(incident))
                        .body("items[0].readAt", nullValue())
                        .body("next", nullValue())
                        .extract()
                        .asString();
        assertThat(answer).doesNotContain("cheat", "heath", "Dana", "/a/");
        eventually(() -> assertThat(sent(key)).hasSize(1));

        // Read once is read
        String id = with(token).get(INBOX).path("items[0].id");
        with(token).post(INBOX + "/" + id + ":read").then().statusCode(204);
        String readAt = with(token).get(INBOX).path("items[0].readAt");
        assertThat(readAt).isNotNull();
        with(token).post(INBOX + "/" + id + ":read").then().statusCode(204);
        with(token).get(INBOX).then().body("items[0].readAt", equalTo(readAt));
        with(token).get(INBOX + "?unread=true").then().body("items", empty());
        assertThat(state(incident)).isEqualTo("open");
    }

    @Test
    void whoseInboxItIsTheTokenSays() {
        // Given
        employ("inbox", "", "pagerduty", routingKey());
        entry("one", contact, "2026-11-24T12:00:00Z");
        String other = contact;
        contact = fresh("ct");
        staff = fresh("cm");
        employ("inbox", contact, "pagerduty", routingKey());
        String token = tokenOf(contact);

        // Then: neither read nor marked by somebody else
        with(token).get(INBOX).then().statusCode(200).body("items", empty());
        with(token)
                .get(INBOX + "?contactId=" + other)
                .then()
                .statusCode(403)
                .body("detail", containsString("for admins"));
        with(token).post(INBOX + "/one-" + other + ":read").then().statusCode(404);
        with(tokenOf(other)).get(INBOX).then().body("items", hasSize(1));
        with(tokenOf(other)).get(INBOX).then().body("items[0].readAt", nullValue());

        // An admin names the contact
        admin().get(INBOX).then().statusCode(404).body("detail", containsString("contactId"));
        admin().get(INBOX + "?contactId=" + other)
                .then()
                .body("items.id", contains("one-" + other));
        admin().get(INBOX + "?contactId=nobody").then().statusCode(404);
        with(tokenOf(fresh("cm"))).get(INBOX).then().statusCode(404);
    }

    @Test
    void aMemberOfStaffHasTheInboxOfTheContactThatTheyAre() {
        json("{\"displayName\":\"Lead\",\"staffId\":\"%s\",\"methods\":[{\"channel\":\"inbox\",\"verified\":true}]}"
                        .formatted(staff))
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201)
                .body("methods[0].address", equalTo(contact))
                .body("warnings.detail", hasItem(containsString("only an inbox or a digest")));
        entry("one", contact, "2026-11-24T12:00:00Z");
        with(tokenOf(staff)).get(INBOX).then().body("items.id", contains("one-" + contact));
        with(tokenOf(contact)).get(INBOX).then().statusCode(404);
    }

    @Test
    void aLongInboxComesInPartsNewestFirst() {
        // Given
        employ("inbox", contact, "pagerduty", routingKey());
        entry("a", contact, "2026-11-24T12:00:00Z");
        entry("b", contact, "2026-11-24T13:00:00Z");
        entry("c", contact, "2026-11-24T13:00:00Z");
        String token = tokenOf(contact);
        with(token).post(INBOX + "/b-" + contact + ":read").then().statusCode(204);

        // Then
        String next =
                with(token)
                        .get(INBOX + "?limit=2")
                        .then()
                        .body("items.id", contains("c-" + contact, "b-" + contact))
                        .extract()
                        .path("next");
        with(token)
                .queryParam("cursor", next)
                .get(INBOX)
                .then()
                .body("items.id", contains("a-" + contact))
                .body("next", nullValue());
        with(token)
                .get(INBOX + "?unread=true")
                .then()
                .body("items.id", contains("c-" + contact, "a-" + contact));
        with(token).queryParam("cursor", next).get(INBOX + "?unread=true").then().statusCode(400);
        for (String wrong : List.of("unread=yes", "limit=0", "cursor=x")) {
            with(token)
                    .get(INBOX + "?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("detail", notNullValue());
        }
    }

    @Test
    void aCodeArrivesThereAndGoesWhenItIsOver() {
        // Given
        json("{\"displayName\":\"Lead\",\"methods\":[{\"channel\":\"inbox\"}]}")
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201)
                .body("methods[0].verified", equalTo(false));
        String methods = "/v1/contacts/" + contact + "/methods/0";
        String token = tokenOf(contact);

        // When
        admin().post(methods + ":send-code").then().statusCode(202);

        // Then
        eventually(() -> with(token).get(INBOX).then().body("items", hasSize(1)));
        String title = with(token).get(INBOX).path("items[0].title");
        json("{\"code\":\"%s\"}".formatted(title.replaceAll("\\D", "")))
                .post(methods + ":verify")
                .then()
                .statusCode(200)
                .body("methods[0].verified", equalTo(true));
        sql(
                "update contact_inbox set expires_at = now() - interval '1 s' where contact_id = ?",
                contact);
        with(token).get(INBOX).then().body("items", empty());
    }

    @Test
    void anInboxIsUnderTheContactsOwnId() {
        json("{\"displayName\":\"Lead\",\"methods\":[{\"channel\":\"inbox\",\"address\":\"ct-other\"}]}")
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/methods/0/address"))
                .body("detail", containsString("leave it out"));
    }

    @Test
    void whoeverReliesOnAContactWithOnlyAnInboxIsTold() {
        employ("inbox", contact);
        json(DirectoryBodies.policy(contact))
                .put("/v1/policies/" + fresh("po"))
                .then()
                .body("warnings.detail", hasItem(containsString("only an inbox or a digest")));
        json(DirectoryBodies.staff(contact))
                .put("/v1/staff/" + fresh("cm"))
                .then()
                .body("warnings.detail", hasItem(containsString("only an inbox or a digest")));
        contact = fresh("ct");
        staff = fresh("cm");
        employ("inbox", contact, "pagerduty", routingKey());
        json(DirectoryBodies.policy(contact))
                .put("/v1/policies/" + fresh("po"))
                .then()
                .body("warnings.detail", not(hasItem(containsString("only an inbox or a digest"))));
    }

    private static void entry(String id, String contactId, String at) {
        sql(
                """
                insert into contact_inbox (id, contact_id, at, severity, title, facts)
                values (?, ?, cast(? as timestamptz), 0, 'Test', '[]')
                """,
                id + "-" + contactId,
                contactId,
                at);
    }

    private static String tokenOf(String person) {
        return json("{\"name\":\"inbox\",\"scopes\":[\"me:read\"],\"staffId\":\"%s\"}"
                        .formatted(person))
                .post("/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }
}
