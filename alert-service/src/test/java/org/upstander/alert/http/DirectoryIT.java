package org.upstander.alert.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** Staff, contacts, policies and tokens by REST, and what of it reaches Kafka. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class DirectoryIT extends RestTestBase {

    // Normal form and hash of this number stand in the contract's vectors for another key.
    private static final String PHONE = "+1 202 555-0142";

    private static final String FULL =
            """
            {"displayName":"Dana Okafor","names":["Dana Okafor","Dana"],
             "handles":[{"platform":"forum","handle":"@dana_cm"}],"roleTitles":["the head mod"],
             "pronouns":"she/her","timeZone":"Europe/Berlin","workingHours":"Mon-Fri 09:00-17:30","junior":true,
             "protected":[{"kind":"phone","value":"+1 202 555-0142"},{"kind":"address","value":"12 Lime Street"}],
             "escalation":{"contactId":"%s","policyId":"default"},
             "notice":{"channel":"email","address":"dana@example.org"}}""";

    @Inject ObjectMapper json;

    @Test
    void aMemberOfStaffIsCreatedThenReplacedAndShownWithoutWhatIsProtected() {
        // Given
        String id = fresh("cm");
        String body = FULL.formatted("ct-none");

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
        json(FULL.formatted("ct-none")).put("/v1/staff/" + id).then().statusCode(201);
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
    void theRosterHearsOfEachChangeOnceAndOfTheRemoval() throws Exception {
        // Given
        String id = fresh("cm");

        // When
        json(FULL.formatted("ct-none")).put("/v1/staff/" + id).then().statusCode(201);
        json(FULL.formatted("ct-none")).put("/v1/staff/" + id).then().statusCode(200);
        admin().delete("/v1/staff/" + id).then().statusCode(204);
        admin().delete("/v1/staff/" + id).then().statusCode(404);
        admin().get("/v1/staff/" + id).then().statusCode(404);

        // Then
        List<TopicReader.Seen> seen =
                TopicReader.until(Topics.ROSTER, id, list -> list.size() == 2);
        assertThat(seen.get(0).type()).isEqualTo(EventTypes.ROSTER_ENTRY);
        JsonNode entry = json.readTree(seen.get(0).value().orElseThrow());
        assertThat(entry.path("staffId").asText()).isEqualTo(id);
        assertThat(entry.path("protectedIdentifiers")).hasSize(2);
        assertThat(entry.path("protectedIdentifiers").get(0).path("hash").asText())
                .matches("[0-9a-f]{64}");
        assertThat(entry.toString()).doesNotContain("dana@example.org", "ct-none", "555");
        assertThat(seen.get(1).value()).isEqualTo(Optional.empty());
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
    void aConditionalPutAndGetKeepTheirWord() {
        // Given
        String path = "/v1/contacts/" + fresh("ct");
        String tag = json(contact("a@example.org")).put(path).then().extract().header("ETag");
        admin().header("If-None-Match", tag).get(path).then().statusCode(304);

        // When
        json(contact("b@example.org")).header("If-Match", tag).put(path).then().statusCode(200);

        // Then
        json(contact("c@example.org"))
                .header("If-Match", tag)
                .put(path)
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        admin().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .body("methods[0].address", equalTo("b@example.org"));
    }

    @Test
    void aContactMayOnlyNameAChannelThatIsServed() {
        json("""
             {"displayName":"Lead","methods":[{"channel":"pagerduty","address":"x"},{"channel":"smoke","address":"x"},
              {"channel":"webhook","address":"ftp://example.org/x"},{"channel":"email","address":"a@example.org,b@example.org"}]}""")
                .put("/v1/contacts/" + fresh("ct"))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/methods/0/channel",
                                "/methods/1/channel",
                                "/methods/2/address",
                                "/methods/3/address"))
                .body("errors.detail", hasItem(containsString("email, webhook")));
    }

    @Test
    void aContactThatIsNamedStays() {
        // Given
        String contact = fresh("ct");
        String staff = fresh("cm");
        String policy = fresh("po");
        json(contact("lead@example.org")).put("/v1/contacts/" + contact).then().statusCode(201);
        json(FULL.formatted(contact)).put("/v1/staff/" + staff).then().statusCode(201);
        json(policy(contact)).put("/v1/policies/" + policy).then().statusCode(201);

        // When
        admin().delete("/v1/contacts/" + contact)
                .then()
                .statusCode(409)
                .body("detail", containsString("staff/" + staff))
                .body("detail", containsString("policies/" + policy));
        admin().delete("/v1/staff/" + staff).then().statusCode(204);
        admin().delete("/v1/policies/" + policy).then().statusCode(204);

        // Then
        admin().delete("/v1/contacts/" + contact).then().statusCode(204);
    }

    @Test
    void aPolicyComesBackAsItWasPut() {
        String path = "/v1/policies/" + fresh("po");
        json(policy("ct-2"))
                .put(path)
                .then()
                .statusCode(201)
                .body("warnings.detail", hasItem(containsString("/v1/contacts/ct-2")));
        admin().get(path)
                .then()
                .statusCode(200)
                .body("steps[0].targets[0].staffContact", equalTo(true))
                .body("steps[1].afterSeconds", equalTo(300))
                .body("steps[1].targets[0].contactId", equalTo("ct-2"))
                .body("repeat", equalTo(2))
                .body("lastResort.contactId", equalTo("ct-2"));
        json("{\"displayName\":\"P\",\"steps\":[{\"targets\":[{\"scheduleId\":\"sc-1\"},{}]}],\"repeat\":99}")
                .put(path)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/steps/0/targets/0/scheduleId", "/steps/0/targets/1", "/repeat"));
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
                .body("id,shoeSize\r\nx,42\r\n")
                .post("/v1/staff:import")
                .then()
                .statusCode(400)
                .body("detail", containsString("displayName"));
    }

    @Test
    void listsPageThroughAllEntriesOnce() {
        // Given
        String prefix = fresh("pg");
        IntStream.range(0, 7)
                .forEach(
                        i ->
                                json(contact("x@example.org"))
                                        .put("/v1/contacts/%s-%d".formatted(prefix, i))
                                        .then()
                                        .statusCode(201));

        // When
        List<String> ids = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Map<String, Object> part =
                    admin().queryParam("limit", 3)
                            .queryParam("cursor", cursor)
                            .get("/v1/contacts")
                            .as(Map.class);
            ((List<Map<String, Object>>) part.get("items"))
                    .forEach(item -> ids.add((String) item.get("id")));
            cursor = (String) part.get("next");
        } while (cursor != null);

        // Then
        assertThat(ids).doesNotHaveDuplicates().isSorted();
        assertThat(ids.stream().filter(id -> id.startsWith(prefix))).hasSize(7);
        admin().queryParam("cursor", "bm9uc2Vuc2U")
                .get("/v1/contacts")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("cursor"));
        admin().queryParam("limit", "many").get("/v1/contacts").then().statusCode(400);
        admin().queryParam("limit", "201").get("/v1/contacts").then().statusCode(400);
    }

    @Test
    void twoAtOnceCreateOneEntry() throws ExecutionException, InterruptedException {
        String path = "/v1/contacts/" + fresh("ct");
        List<CompletableFuture<Integer>> calls =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        json(contact("x@example.org"))
                                                                .put(path)
                                                                .statusCode()))
                        .toList();
        List<Integer> answers = new java.util.ArrayList<>();
        for (CompletableFuture<Integer> call : calls) {
            answers.add(call.get());
        }
        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
    }

    @Test
    void aTokenIsShownOnceWorksAtOnceAndNotAfterItsRevocation() throws Exception {
        // When
        Map<String, Object> made =
                json("{\"name\":\"dashboard\",\"scopes\":[\"incidents:read\"]}")
                        .post("/v1/tokens")
                        .then()
                        .statusCode(201)
                        .header("Cache-Control", equalTo("no-store"))
                        .body("token", matchesPattern("ups_[A-Za-z0-9_-]{43}"))
                        .extract()
                        .as(Map.class);
        String token = (String) made.get("token");
        String id = (String) made.get("id");

        // Then
        with(token).get("/v1/incidents").then().statusCode(200);
        with(token).get("/v1/staff").then().statusCode(403);
        assertThat(admin().get("/v1/tokens").asString()).contains(id).doesNotContain(token);
        assertThat(column("select document from api_token where id = ?", id).get(0))
                .doesNotContain(token);
        List<TopicReader.Seen> seen = TopicReader.until(Topics.TOKENS, id, list -> !list.isEmpty());
        assertThat(seen.get(0).type()).isEqualTo(EventTypes.TOKEN);
        assertThat(seen.get(0).value().orElseThrow()).contains("incidents:read");

        // When
        admin().delete("/v1/tokens/" + id).then().statusCode(204);

        // Then
        with(token).get("/v1/incidents").then().statusCode(401);
        admin().delete("/v1/tokens/" + id).then().statusCode(404);
        TopicReader.until(
                Topics.TOKENS, id, list -> list.stream().anyMatch(s -> s.value().isEmpty()));
    }

    @Test
    void aTokenNeedsKnownScopesAndAFutureEnd() {
        json("{\"name\":\"\",\"scopes\":[\"everything\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
                .post("/v1/tokens")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/name", "/scopes/0", "/expiresAt"));
    }

    @Test
    void theRosterCanBeWrittenAgain() {
        // Given
        String id = fresh("cm");
        json(FULL.formatted("ct-none")).put("/v1/staff/" + id).then().statusCode(201);

        // When
        admin().urlEncodingEnabled(false)
                .post("/v1/roster:republish")
                .then()
                .statusCode(200)
                .body("staff", not(equalTo(0)));
        admin().urlEncodingEnabled(false)
                .post("/v1/roster%3Arepublish")
                .then()
                .statusCode(200)
                .body("staff", not(equalTo(0)));

        // Then
        await().atMost(Duration.ofSeconds(15))
                .until(() -> TopicReader.until(Topics.ROSTER, id, list -> true).size() >= 3);
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        given().get("/v1/staff").then().statusCode(401).contentType("application/problem+json");
        given().contentType(ContentType.JSON).body("{}").put("/v1/staff/x").then().statusCode(401);
    }

    private static String contact(String mail) {
        return "{\"displayName\":\"Lead\",\"methods\":[{\"channel\":\"email\",\"address\":\"%s\",\"verified\":true}]}"
                .formatted(mail);
    }

    private static String policy(String contact) {
        return """
               {"displayName":"Own","steps":[{"afterSeconds":0,"targets":[{"staffContact":true}]},
                {"afterSeconds":300,"targets":[{"contactId":"%s"}]}],"repeat":2,"lastResort":{"contactId":"%s"}}"""
                .formatted(contact, contact);
    }
}
