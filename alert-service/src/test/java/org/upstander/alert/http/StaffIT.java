package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.upstander.alert.http.DirectoryBodies.staff;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Staff by REST: one by one and by the list. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class StaffIT extends RestTestBase {

    // Normal form and hash of this number stand in the contract's vectors for another key.
    private static final String PHONE = "+1 202 555-0142";

    @Test
    void aMemberOfStaffIsCreatedThenReplacedAndShownWithoutWhatIsProtected() {
        // Given
        String id = fresh("cm");
        String body = staff("ct-none");

        // When
        json(body)
                .put("/v1/staff/" + id)
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/staff/" + id))
                .header("ETag", not(nullValue()))
                .body("warnings.pointer", hasItem("/escalation/contactId"));
        json(body).put("/v1/staff/" + id).then().statusCode(200);

        // Then
        String shown =
                admin().get("/v1/staff/" + id)
                        .then()
                        .statusCode(200)
                        .body("id", equalTo(id))
                        .body("handles[0].handle", equalTo("dana_cm"))
                        .body("timeZone", equalTo("Europe/Berlin"))
                        .body("junior", equalTo(true))
                        .body("protected.kind", equalTo(List.of("phone", "street")))
                        .body("protected.count", equalTo(List.of(1, 1)))
                        .body("escalation.policyId", equalTo("default"))
                        .body("notice.address", equalTo("dana@example.org"))
                        .extract()
                        .asString();
        assertThat(shown).doesNotContain("555", "Lime", "hash");
        assertThat(column("select document from staff where id = ?", id).get(0))
                .doesNotContain("555", "Lime", "lime");
    }

    @Test
    void whatAGetShowsMayBePutAgainAndKeepsWhatIsProtected() throws Exception {
        // Given
        String id = fresh("cm");
        json(staff("ct-none")).put("/v1/staff/" + id).then().statusCode(201);
        String before = column("select document from staff where id = ?", id).get(0);
        String shown = admin().get("/v1/staff/" + id).asString();

        // When
        json(shown).put("/v1/staff/" + id).then().statusCode(200);

        // Then
        assertThat(column("select document from staff where id = ?", id)).containsExactly(before);

        // When
        json("{\"displayName\":\"Dana\",\"protected\":[]}")
                .put("/v1/staff/" + id)
                .then()
                .statusCode(200)
                .body("protected", hasSize(0));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsField() {
        json("""
             {"displayName":" ","names":["a\\u0007b"],"handles":[{"platform":"forum"}],"timeZone":"Mars/One",
              "workingHours":"always","protected":[{"kind":"shoe","value":"x"},{"kind":"phone","value":"12"}],
              "escalation":{"contactId":"no spaces"},"notice":{"channel":"sms","address":"x"}}""")
                .put("/v1/staff/" + fresh("cm"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        hasItems(
                                "/displayName",
                                "/names/0",
                                "/handles/0/handle",
                                "/timeZone",
                                "/workingHours",
                                "/protected/0/kind",
                                "/protected/1/value",
                                "/escalation/contactId",
                                "/notice/channel",
                                "/notice/address"))
                .body("errors.detail", hasItem(containsString("6 to 15 digits")));
    }

    @Test
    void aJuniorWithoutASecondPersonIsWarnedOf() {
        String path = "/v1/staff/" + fresh("cm");
        String junior =
                "{\"displayName\":\"Dana\",\"junior\":true,\"escalation\":{\"contactId\":\"ct-none\"%s}}";

        json(junior.formatted(""))
                .put(path)
                .then()
                .statusCode(201)
                .body("warnings.detail", hasItem(containsString("a junior has no senior")));
        json(junior.formatted(",\"seniorContactId\":\"ct-none\""))
                .put(path)
                .then()
                .body("warnings.detail", hasItem(containsString("second person")));
        json(junior.formatted(",\"seniorContactId\":\"ct-two\""))
                .put(path)
                .then()
                .body("warnings.detail", hasItem(containsString("/v1/contacts/ct-two")));
        admin().get(path).then().body("escalation.seniorContactId", equalTo("ct-two"));
    }

    @Test
    void aPersonMayHaveABarOfTheirOwn() {
        // Given
        String path = "/v1/staff/" + fresh("cm");

        // When
        json("{\"displayName\":\"Dana\",\"attackThreshold\":0.25}")
                .put(path)
                .then()
                .statusCode(201)
                .body("attackThreshold", equalTo(0.25f));

        // Then
        admin().get(path).then().body("attackThreshold", equalTo(0.25f));
        for (String wrong : List.of("0.04", "0.951", "-1")) {
            json("{\"displayName\":\"Dana\",\"attackThreshold\":%s}".formatted(wrong))
                    .put(path)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/attackThreshold"))
                    .body("errors[0].detail", containsString("0.05 to 0.95"));
        }
        json("{\"displayName\":\"Dana\",\"attackThreshold\":\"low\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("a number"));
        json("{\"displayName\":\"Dana\"}")
                .put(path)
                .then()
                .statusCode(200)
                .body("attackThreshold", nullValue());
    }

    @Test
    void aBodyThatIsNotUnderstoodSaysWhere() {
        String path = "/v1/staff/" + fresh("cm");
        json("{\"displayName\":\"D\",\"nmes\":[]}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/nmes"))
                .body("detail", containsString("names"));
        json("{\"displayName\":[1]}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/displayName"))
                .body("errors[0].detail", containsString("a string"));
        json("{\"displayName\":\"a\",\"displayName\":\"b\"}").put(path).then().statusCode(400);
        json("{").put(path).then().statusCode(400);
        json("null").put(path).then().statusCode(400);
        json("{\"id\":\"other\",\"displayName\":\"D\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/id"));
    }

    @Test
    void staffComesInByArrayAndByCsvAndABadRowHindersNobody() {
        // Given
        String one = fresh("cm");
        String two = fresh("cm");

        // When
        json("[{\"id\":\"%s\",\"displayName\":\"One\"},{\"id\":\"%s\",\"displayName\":\"\"},{\"displayName\":\"No id\"}]"
                        .formatted(one, two))
                .post("/v1/staff:import")
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("refused", equalTo(2))
                .body("items[1].errors[0].pointer", equalTo("/displayName"));
        String csv =
                "id,displayName,names,handles,phone\r\n%s,\"Two, the second\",Two;Zwei,forum:two;chat:zwei,%s\r\n%s,One again,,,\r\n"
                        .formatted(two, PHONE, one);
        admin().contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/staff:import")
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("replaced", equalTo(1));

        // Then
        admin().get("/v1/staff/" + two)
                .then()
                .body("displayName", equalTo("Two, the second"))
                .body("names", equalTo(List.of("Two", "Zwei")))
                .body("handles[1].platform", equalTo("chat"))
                .body("protected[0].count", equalTo(1));
        admin().contentType("text/csv")
                .body(
                        "id,displayName,attackThreshold\r\n%s,One,0.3\r\n%s,Two,low\r\n"
                                .formatted(one, two))
                .post("/v1/staff:import")
                .then()
                .statusCode(200)
                .body("replaced", equalTo(1))
                .body("items[1].errors[0].pointer", equalTo("/attackThreshold"));
        admin().get("/v1/staff/" + one).then().body("attackThreshold", equalTo(0.3f));
        admin().contentType("text/csv")
                .body("id,shoeSize\r\nx,42\r\n")
                .post("/v1/staff:import")
                .then()
                .statusCode(400)
                .body("detail", containsString("displayName"));
    }
}
